package studio.timbre.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
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

  /**
   * Reads one object.
   *
   * @throws UserFacingException when it is not a conversation; its key begins with {@code dataset.refused.}
   */
  public static Conversation parse(String json) throws UserFacingException {
    try (var parser = RawJson.FACTORY.createParser(json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        finish(parser);
        throw MessageJson.refused("dataset.refused.notAnObject", "the line is not a JSON object");
      }
      var conversation = conversation(parser, json);
      if (parser.nextToken() != null) {
        int column = column(parser);
        throw MessageJson.refused(
            "dataset.refused.notJson", "not JSON from column " + column + " on", column);
      }
      return conversation;
    } catch (StreamConstraintsException deep) {
      throw MessageJson.refused(
          "dataset.refused.tooDeep", "lists and objects are nested too deeply", RawJson.MAX_DEPTH);
    } catch (JsonProcessingException broken) {
      int column = (int) Math.max(1, broken.getLocation().getColumnNr());
      throw MessageJson.refused(
          "dataset.refused.notJson", "not JSON from column " + column + " on", column);
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
        messages = Optional.of(MessageJson.messages(parser, json));
      } else {
        extras.put(key, RawJson.take(parser, json));
      }
    }
    if (messages.isEmpty() && PairJson.isPair(extras.keySet())) {
      return PairJson.read(extras);
    }
    return new Conversation(
        messages.orElseThrow(
            () ->
                MessageJson.refused("dataset.refused.noMessages", "there is no list of messages")),
        extras);
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
