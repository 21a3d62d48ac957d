package studio.timbre.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import studio.timbre.model.Content;
import studio.timbre.model.Conversation;
import studio.timbre.model.Message;
import studio.timbre.model.Role;
import studio.timbre.model.UserFacingException;

/**
 * Conversations in the shape of OpenAI's chat training lines: {@code {"messages":[{"role":…,"content":…},…],…}}. Nothing of an
 * object is lost between reading and writing but white space, the order of keys and the spelling of characters in texts:
 * keys that Timbre does not know keep their values as they are spelled.
 */
public final class ConversationJson {
  private ConversationJson() {}

  /**
   * Reads one object.
   *
   * @throws UserFacingException when it is not a conversation; its key begins with {@code dataset.refused.}
   */
  public static Conversation parse(String json) throws UserFacingException {
    try (var parser = RawJson.FACTORY.createParser(json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        finish(parser);
        throw refused("dataset.refused.notAnObject", "the line is not a JSON object");
      }
      var conversation = conversation(parser, json);
      if (parser.nextToken() != null) {
        int column = column(parser);
        throw refused("dataset.refused.notJson", "not JSON from column " + column + " on", column);
      }
      return conversation;
    } catch (StreamConstraintsException deep) {
      throw refused(
          "dataset.refused.tooDeep", "lists and objects are nested too deeply", RawJson.MAX_DEPTH);
    } catch (JsonProcessingException broken) {
      int column = (int) Math.max(1, broken.getLocation().getColumnNr());
      throw refused("dataset.refused.notJson", "not JSON from column " + column + " on", column);
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
  }

  /** Reads on to the end, so that what is no JSON at all is told apart from what is no object. */
  private static void finish(JsonParser parser) throws IOException {
    while (parser.currentToken() != null) {
      parser.nextToken();
    }
  }

  private static int column(JsonParser parser) {
    return parser.currentTokenLocation().getColumnNr();
  }

  private static Conversation conversation(JsonParser parser, String json)
      throws IOException, UserFacingException {
    Optional<List<Message>> messages = Optional.empty();
    var extras = new LinkedHashMap<String, String>();
    var keys = new HashSet<String>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      if (!keys.add(key)) {
        throw RawJson.duplicateKey(key);
      }
      if (parser.nextToken() == JsonToken.START_ARRAY && key.equals("messages")) {
        messages = Optional.of(messages(parser, json));
      } else {
        extras.put(key, RawJson.take(parser, json));
      }
    }
    return new Conversation(
        messages.orElseThrow(
            () -> refused("dataset.refused.noMessages", "there is no list of messages")),
        extras);
  }

  private static List<Message> messages(JsonParser parser, String json)
      throws IOException, UserFacingException {
    var messages = new ArrayList<Message>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      int number = messages.size() + 1;
      if (parser.currentToken() != JsonToken.START_OBJECT) {
        throw refused(
            "dataset.refused.messageNotAnObject",
            "message " + number + " is not an object",
            number);
      }
      messages.add(message(parser, json, number));
    }
    return messages;
  }

  private static Message message(JsonParser parser, String json, int number)
      throws IOException, UserFacingException {
    Optional<Role> role = Optional.empty();
    Content content = new Content.Missing();
    Optional<String> name = Optional.empty();
    var weight = OptionalInt.empty();
    var extras = new LinkedHashMap<String, String>();
    var keys = new HashSet<String>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      if (!keys.add(key)) {
        throw RawJson.duplicateKey(key);
      }
      boolean string = parser.nextToken() == JsonToken.VALUE_STRING;
      if (key.equals("role") && string) {
        role = Optional.of(new Role(parser.getText()));
      } else if (key.equals("role")) {
        throw refused(
            "dataset.refused.roleNotText",
            "the role of message " + number + " is not a text",
            number);
      } else if (key.equals("content")) {
        content = content(parser, json, number);
      } else if (key.equals("name") && string) {
        name = Optional.of(parser.getText());
      } else {
        String raw = RawJson.take(parser, json);
        if (key.equals("weight") && (raw.equals("0") || raw.equals("1"))) {
          weight = OptionalInt.of(Integer.parseInt(raw));
        } else {
          extras.put(key, raw);
        }
      }
    }
    return new Message(
        role.orElseThrow(
            () -> refused("dataset.refused.noRole", "message " + number + " has no role", number)),
        content,
        name,
        weight,
        extras);
  }

  private static Content content(JsonParser parser, String json, int number)
      throws IOException, UserFacingException {
    return switch (parser.currentToken()) {
      case VALUE_STRING -> new Content.Text(parser.getText());
      case VALUE_NULL -> new Content.Other("null", "");
      case START_ARRAY -> {
        String raw = RawJson.take(parser, json);
        yield new Content.Other(raw, textOfParts(raw));
      }
      default ->
          throw refused(
              "dataset.refused.contentWrongType",
              "the content of message " + number + " is neither a text nor a list of parts",
              number);
    };
  }

  /** The texts among the parts of a content list, joined by line breaks. */
  private static String textOfParts(String raw) throws IOException {
    var texts = new ArrayList<String>();
    try (var parser = RawJson.FACTORY.createParser(raw)) {
      parser.nextToken();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
          texts.add(parser.getText());
        } else if (parser.currentToken() == JsonToken.START_OBJECT) {
          while (parser.nextToken() != JsonToken.END_OBJECT) {
            boolean isText = parser.currentName().equals("text");
            if (parser.nextToken() == JsonToken.VALUE_STRING && isText) {
              texts.add(parser.getText());
            }
            parser.skipChildren();
          }
        } else {
          parser.skipChildren();
        }
      }
    }
    return String.join("\n", texts);
  }

  private static UserFacingException refused(String key, String english, Object... arguments) {
    return new UserFacingException(key, english, arguments);
  }

  /** Writes one object on one line, without white space. */
  public static String write(Conversation conversation) {
    var out = new StringBuilder("{\"messages\":[");
    String separator = "";
    for (var message : conversation.messages()) {
      out.append(separator);
      write(message, out);
      separator = ",";
    }
    out.append(']');
    writeExtras(conversation.extras(), List.of("messages"), out);
    return out.append('}').toString();
  }

  private static void write(Message message, StringBuilder out) {
    // An edit may have set what stood among the extras before: then the edit counts.
    var written = new ArrayList<>(List.of("role", "content"));
    out.append("{\"role\":");
    RawJson.quote(message.role().name(), out);
    switch (message.content()) {
      case Content.Text text -> {
        out.append(",\"content\":");
        RawJson.quote(text.text(), out);
      }
      case Content.Other other -> out.append(",\"content\":").append(other.json());
      case Content.Missing _ -> {}
    }
    message
        .name()
        .ifPresent(
            name -> {
              out.append(",\"name\":");
              RawJson.quote(name, out);
              written.add("name");
            });
    message
        .weight()
        .ifPresent(
            weight -> {
              out.append(",\"weight\":").append(weight);
              written.add("weight");
            });
    writeExtras(message.extras(), written, out);
    out.append('}');
  }

  private static void writeExtras(
      Map<String, String> extras, List<String> written, StringBuilder out) {
    extras.forEach(
        (key, raw) -> {
          if (!written.contains(key)) {
            out.append(',');
            RawJson.quote(key, out);
            out.append(':').append(raw);
          }
        });
  }
}
