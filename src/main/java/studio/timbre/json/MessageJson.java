package studio.timbre.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import studio.timbre.model.Content;
import studio.timbre.model.Message;
import studio.timbre.model.Role;
import studio.timbre.model.UserFacingException;

/** The messages of a conversation as JSON. */
final class MessageJson {
  private MessageJson() {}

  /** The list on whose bracket the parser stands. */
  static List<Message> messages(JsonParser parser, String json)
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

  /** A content that was taken as it is spelled. */
  static Content content(String raw, int number) throws IOException, UserFacingException {
    try (var parser = RawJson.FACTORY.createParser(raw)) {
      parser.nextToken();
      return content(parser, raw, number);
    }
  }

  /** A list of messages that was taken as it is spelled. */
  static List<Message> messages(String raw) throws IOException, UserFacingException {
    try (var parser = RawJson.FACTORY.createParser(raw)) {
      parser.nextToken();
      return messages(parser, raw);
    }
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
  static String textOfParts(String raw) throws IOException {
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

  static UserFacingException refused(String key, String english, Object... arguments) {
    return new UserFacingException(key, english, arguments);
  }

  /** Writes a list of messages, in brackets. */
  static void write(List<Message> messages, StringBuilder out) {
    out.append('[');
    String separator = "";
    for (var message : messages) {
      out.append(separator);
      write(message, out);
      separator = ",";
    }
    out.append(']');
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

  /** Writes each of them with a comma before it, but those that are written already. */
  static void writeExtras(Map<String, String> extras, List<String> written, StringBuilder out) {
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
