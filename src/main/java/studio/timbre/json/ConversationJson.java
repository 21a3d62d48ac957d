package studio.timbre.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.timbre.model.Conversation;
import studio.timbre.model.Message;
import studio.timbre.model.UserFacingException;

/**
 * Conversations in the shape of OpenAI's chat training lines: {@code {"messages":[{"role":…,"content":…},…],…}}; lines of preference
 * pairs are read as well, see {@link PairJson}. Nothing of an
 * object is lost between reading and writing but white space, the order of keys and the spelling of characters in texts:
 * keys that Timbre does not know keep their values as they are spelled.
 */
public final class ConversationJson {
  private ConversationJson() {}

  /** Reads an object that has no list of messages and is no pair. */
  @FunctionalInterface
  interface OtherShape {
    /**
     * @param spelled its keys with their values as they are spelled
     */
    Conversation read(Map<String, String> spelled) throws IOException, UserFacingException;
  }

  /**
   * Reads one object.
   *
   * @throws UserFacingException when it is not a conversation; its key begins with {@code dataset.refused.}
   */
  public static Conversation parse(String json) throws UserFacingException {
    return parse(
        json,
        spelled -> {
          throw noMessages();
        });
  }

  static Conversation parse(String json, OtherShape other) throws UserFacingException {
    try (var parser = RawJson.FACTORY.createParser(json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        finish(parser);
        throw MessageJson.refused("dataset.refused.notAnObject", "the line is not a JSON object");
      }
      var conversation = conversation(parser, json, other);
      if (parser.nextToken() != null) {
        throw notJson(parser.currentTokenLocation());
      }
      return conversation;
    } catch (StreamConstraintsException deep) {
      throw MessageJson.refused(
          "dataset.refused.tooDeep", "lists and objects are nested too deeply", RawJson.MAX_DEPTH);
    } catch (JsonProcessingException broken) {
      throw notJson(broken.getLocation());
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

  /** Tells the column, and the line within the text, both from 1. */
  private static UserFacingException notJson(JsonLocation place) {
    int column = Math.max(1, place.getColumnNr());
    return MessageJson.refused(
        "dataset.refused.notJson",
        "not JSON from column " + column + " on",
        column,
        Math.max(1, place.getLineNr()));
  }

  static UserFacingException noMessages() {
    return MessageJson.refused("dataset.refused.noMessages", "there is no list of messages");
  }

  private static Conversation conversation(JsonParser parser, String json, OtherShape other)
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
        messages = Optional.of(MessageJson.messages(parser, json));
      } else {
        extras.put(key, RawJson.take(parser, json));
      }
    }
    if (messages.isPresent()) {
      return new Conversation(messages.get(), extras);
    }
    return PairJson.isPair(extras.keySet()) ? PairJson.read(extras) : other.read(extras);
  }

  /** Writes one object on one line, without white space. */
  public static String write(Conversation conversation) {
    var out = new StringBuilder("{\"messages\":");
    MessageJson.write(conversation.messages(), out);
    MessageJson.writeExtras(conversation.extras(), List.of("messages"), out);
    return out.append('}').toString();
  }

  /**
   * Writes one line of a training file: a pair as DPO training takes it, everything else as {@link #write} does. {@link #parse} reads
   * the same conversation back.
   */
  public static String writeLine(Conversation conversation) {
    return conversation.isPair() ? PairJson.write(conversation) : write(conversation);
  }

  /** A text as a JSON string, in quotes. */
  public static String quoted(String text) {
    var out = new StringBuilder(text.length() + 2);
    RawJson.quote(text, out);
    return out.toString();
  }

  /** What a raw value says, where it is a JSON string. */
  public static Optional<String> unquoted(String json) {
    return RawObject.text(json);
  }
}
