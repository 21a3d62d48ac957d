package studio.timbre.json;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import studio.timbre.model.Conversation;
import studio.timbre.model.Message;
import studio.timbre.model.UserFacingException;

/**
 * Preference pairs in the shape of OpenAI's DPO training lines: {@code {"input":{"messages":[…],"tools":[…]},"preferred_output":[…],
 * "non_preferred_output":[…]}}. In Timbre a pair is a conversation that ends with the preferred answer and keeps the other one as it is
 * spelled, see {@link Conversation#isPair}. A schema of 2025 called the answers {@code …_completion}; both are read, the guide's names
 * are written.
 */
public final class PairJson {
  private static final String INPUT = "input";
  private static final String MESSAGES = "messages";
  private static final String PREFERRED = "preferred_output";
  private static final String REJECTED = Conversation.REJECTED;

  private static final Map<String, String> OLD_NAMES =
      Map.of("preferred_completion", PREFERRED, "non_preferred_completion", REJECTED);

  /** What belongs to the question in a pair and to the line in a chat. */
  private static final Set<String> OF_THE_QUESTION =
      Set.of("tools", "parallel_tool_calls", "functions");

  private PairJson() {}

  /** Whether a line without messages is meant as a pair. */
  static boolean isPair(Set<String> keys) {
    return keys.contains(PREFERRED)
        || keys.contains(REJECTED)
        || OLD_NAMES.keySet().stream().anyMatch(keys::contains);
  }

  /**
   * Reads a line whose values were taken as they are spelled.
   *
   * @throws UserFacingException when it is no whole pair
   */
  static Conversation read(Map<String, String> spelled) throws IOException, UserFacingException {
    var line = withPresentNames(spelled);
    for (var name : List.of(INPUT, PREFERRED, REJECTED)) {
      if (!line.containsKey(name)) {
        throw MessageJson.refused(
            "dataset.refused.pairIncomplete", "\"" + name + "\" is missing for a pair", name);
      }
    }
    var question = readInput(line.remove(INPUT));
    var preferred = readMessages(line.remove(PREFERRED), PREFERRED);
    if (preferred.size() != 1) {
      throw MessageJson.refused(
          "dataset.refused.preferredNotOne", "the preferred answer is not one message");
    }
    var messages = new ArrayList<>(question.messages());
    messages.addAll(preferred);
    var extras = new LinkedHashMap<>(question.extras());
    for (var entry : line.entrySet()) {
      if (extras.put(entry.getKey(), entry.getValue()) != null) {
        throw RawJson.duplicateKey(entry.getKey());
      }
    }
    return new Conversation(messages, extras);
  }

  private static Map<String, String> withPresentNames(Map<String, String> spelled)
      throws UserFacingException {
    var line = new LinkedHashMap<String, String>();
    for (var entry : spelled.entrySet()) {
      String name = OLD_NAMES.getOrDefault(entry.getKey(), entry.getKey());
      if (line.put(name, entry.getValue()) != null) {
        throw RawJson.duplicateKey(name);
      }
    }
    return line;
  }

  /** Keys of the input that only pairs have stay together under its name. */
  private static Conversation readInput(String json) throws IOException, UserFacingException {
    Optional<List<Message>> messages = Optional.empty();
    var extras = new LinkedHashMap<String, String>();
    var others = new LinkedHashMap<String, String>();
    try (var parser = RawJson.FACTORY.createParser(json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw noList(INPUT);
      }
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String key = parser.currentName();
        if (parser.nextToken() == JsonToken.START_ARRAY && key.equals(MESSAGES)) {
          messages = Optional.of(MessageJson.messages(parser, json));
        } else {
          (OF_THE_QUESTION.contains(key) ? extras : others).put(key, RawJson.take(parser, json));
        }
      }
    }
    if (!others.isEmpty()) {
      var kept = new StringBuilder("{");
      write(others, kept);
      extras.put(INPUT, kept.append('}').toString());
    }
    return new Conversation(messages.orElseThrow(() -> noList(INPUT)), extras);
  }

  private static List<Message> readMessages(String json, String name)
      throws IOException, UserFacingException {
    try (var parser = RawJson.FACTORY.createParser(json)) {
      if (parser.nextToken() != JsonToken.START_ARRAY) {
        throw noList(name);
      }
      return MessageJson.messages(parser, json);
    }
  }

  private static UserFacingException noList(String name) {
    return MessageJson.refused(
        "dataset.refused.pairWithoutList", "\"" + name + "\" holds no list of messages", name);
  }

  /** The messages of the rejected answer; empty where there are none that can be read. */
  public static Optional<List<Message>> rejected(Conversation pair) {
    var json = pair.rejected();
    if (json.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(readMessages(json.get(), REJECTED));
    } catch (UserFacingException | IOException e) {
      return Optional.empty();
    }
  }

  /** A list of messages as a pair keeps it. */
  public static String messages(List<Message> messages) {
    var out = new StringBuilder();
    MessageJson.write(messages, out);
    return out.toString();
  }

  /** Writes a pair on one line, without white space. */
  static String write(Conversation pair) {
    var extras = new LinkedHashMap<>(pair.extras());
    var out = new StringBuilder("{\"" + INPUT + "\":{\"" + MESSAGES + "\":");
    int last = pair.messages().size() - 1;
    MessageJson.write(pair.messages().subList(0, last), out);
    for (var key : pair.extras().keySet()) {
      if (OF_THE_QUESTION.contains(key)) {
        out.append(',');
        write(Map.of(key, extras.remove(key)), out);
      }
    }
    String others = extras.getOrDefault(INPUT, "");
    if (others.startsWith("{") && !others.equals("{}")) {
      out.append(',').append(others, 1, others.length() - 1);
    }
    out.append("},\"" + PREFERRED + "\":");
    MessageJson.write(pair.messages().subList(last, last + 1), out);
    MessageJson.writeExtras(extras, List.of(INPUT), out);
    return out.append('}').toString();
  }

  private static void write(Map<String, String> spelled, StringBuilder out) {
    String separator = "";
    for (var entry : spelled.entrySet()) {
      out.append(separator);
      RawJson.quote(entry.getKey(), out);
      out.append(':').append(entry.getValue());
      separator = ",";
    }
  }
}
