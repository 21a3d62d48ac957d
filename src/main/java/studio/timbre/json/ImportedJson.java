package studio.timbre.json;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import studio.timbre.model.Conversation;
import studio.timbre.model.UserFacingException;

/**
 * Conversations in any of the shapes that Timbre imports, told apart by the keys of the object: chat lines and preference pairs
 * ({@link ConversationJson}), pairs of a chosen and a rejected answer ({@link ChosenJson}), {@link ShareGptJson}, {@link ChatGptJson},
 * {@link PromptJson}, {@link AlpacaJson}. Keys that a shape gives no place to stay with the conversation as extras.
 */
public final class ImportedJson {
  private static final int KEYS_NAMED = 6;
  private static final int LONGEST_KEY = 40;

  private ImportedJson() {}

  /** A conversation, and what of it has no place here. */
  public record Found(Conversation conversation, List<LeftOut> leftOut) {
    public Found {
      leftOut = List.copyOf(leftOut);
    }
  }

  /**
   * Reads one object.
   *
   * @throws UserFacingException when it is no conversation; its key begins with {@code dataset.refused.}
   */
  public static Found parse(String json) throws UserFacingException {
    var leftOut = new ArrayList<LeftOut>();
    var conversation = ConversationJson.parse(json, spelled -> read(spelled, leftOut::add));
    return new Found(ChosenJson.pairOf(conversation), leftOut);
  }

  private static Conversation read(Map<String, String> spelled, Consumer<LeftOut> leftOut)
      throws IOException, UserFacingException {
    var fields = new LinkedHashMap<>(spelled);
    fields.remove("messages", "null");
    if (fields.containsKey("messages")) {
      throw ConversationJson.noMessages();
    }
    if (ChosenJson.isPair(fields)) {
      return ChosenJson.read(fields);
    }
    for (String key : ShareGptJson.LISTS) {
      if (fields.getOrDefault(key, "").startsWith("[")) {
        return ShareGptJson.read(fields, key);
      }
    }
    if (fields.getOrDefault(ChatGptJson.MAPPING, "").startsWith("{")) {
      return ChatGptJson.read(fields, leftOut);
    }
    if (fields.containsKey(PromptJson.PROMPT) || fields.containsKey(PromptJson.COMPLETION)) {
      return PromptJson.read(fields);
    }
    if (fields.containsKey(AlpacaJson.INSTRUCTION)) {
      return AlpacaJson.read(fields);
    }
    throw fields.isEmpty() ? ConversationJson.noMessages() : unknown(fields);
  }

  private static UserFacingException unknown(Map<String, String> fields) {
    String keys =
        fields.keySet().stream()
            .limit(KEYS_NAMED)
            .map(key -> key.length() > LONGEST_KEY ? key.substring(0, LONGEST_KEY) + "…" : key)
            .collect(Collectors.joining(", ", "", fields.size() > KEYS_NAMED ? ", …" : ""));
    return MessageJson.refused(
        "dataset.refused.unknownShape",
        "its keys (" + keys + ") belong to no kind of conversation that Timbre reads",
        keys);
  }
}
