package studio.timbre.json;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.timbre.model.Conversation;
import studio.timbre.model.Message;
import studio.timbre.model.Role;
import studio.timbre.model.UserFacingException;

/**
 * Preference pairs whose answers are called {@code chosen} and {@code rejected}. What comes before them is a {@code prompt} or {@code
 * question} as Hugging Face's TRL and Intel's pairs have it, an {@code instruction} with its {@code input}, or a list of {@code
 * conversations} as LLaMA-Factory writes ShareGPT pairs; or it stands at the beginning of both answers, where these are whole
 * conversations. An answer is a text, a message, or a list of messages, in either spelling of a message.
 */
final class ChosenJson {
  private static final String CHOSEN = "chosen";
  private static final String REJECTED = "rejected";
  private static final List<String> QUESTIONS = List.of(PromptJson.PROMPT, "question");

  private ChosenJson() {}

  static boolean isPair(Map<String, String> fields) {
    return fields.containsKey(CHOSEN) && fields.containsKey(REJECTED);
  }

  /**
   * A chat line that repeats its messages as the chosen ones, as published sets of pairs do, read as the pair that it is; any other
   * conversation as it was.
   */
  static Conversation pairOf(Conversation conversation) throws UserFacingException {
    if (!isPair(conversation.extras()) || conversation.isPair()) {
      return conversation;
    }
    try {
      var pair = read(new LinkedHashMap<>(conversation.extras()));
      return pair.messages().equals(conversation.messages()) ? pair : conversation;
    } catch (UserFacingException | IOException noPair) {
      return conversation;
    }
  }

  /**
   * Reads fields that {@link #isPair} is true for.
   *
   * @throws UserFacingException when it is no whole pair
   */
  static Conversation read(Map<String, String> fields) throws IOException, UserFacingException {
    var taken = new SpelledFields(fields);
    var chosen = new ArrayList<>(answer(CHOSEN, taken.need(CHOSEN)));
    var rejected = new ArrayList<>(answer(REJECTED, taken.need(REJECTED)));
    var messages = new ArrayList<Message>();
    taken.systemMessage().ifPresent(messages::add);
    var repeated = shared(chosen, rejected);
    chosen.subList(0, repeated.size()).clear();
    rejected.subList(0, repeated.size()).clear();
    if (repeated.isEmpty()) {
      messages.addAll(question(fields, taken));
    } else {
      messages.addAll(repeated);
      forgetRepeated(fields, repeated);
    }
    if (chosen.size() != 1) {
      throw MessageJson.refused(
          "dataset.refused.preferredNotOne", "the preferred answer is not one message");
    }
    messages.addAll(chosen);
    fields.put(Conversation.REJECTED, PairJson.messages(rejected));
    return new Conversation(messages, fields);
  }

  private static List<Message> answer(String key, String value)
      throws IOException, UserFacingException {
    if (value.startsWith("[")) {
      return ShareGptJson.messages(value);
    }
    return value.startsWith("{")
        ? ShareGptJson.messages("[" + value + "]")
        : List.of(Message.of(Role.ASSISTANT, SpelledFields.asText(key, value)));
  }

  /** What both begin with, where they go on to differ. */
  private static List<Message> shared(List<Message> chosen, List<Message> rejected) {
    int most = Math.min(chosen.size(), rejected.size()) - 1;
    int same = 0;
    while (same < most && chosen.get(same).equals(rejected.get(same))) {
      same++;
    }
    return List.copyOf(chosen.subList(0, same));
  }

  private static List<Message> question(Map<String, String> fields, SpelledFields taken)
      throws IOException, UserFacingException {
    for (String key : ShareGptJson.LISTS) {
      if (fields.getOrDefault(key, "").startsWith("[")) {
        return ShareGptJson.messages(fields.remove(key));
      }
    }
    if (fields.containsKey(AlpacaJson.INSTRUCTION)) {
      return AlpacaJson.question(fields);
    }
    for (String key : QUESTIONS) {
      if (fields.containsKey(key)) {
        String value = taken.need(key);
        return value.startsWith("[")
            ? ShareGptJson.messages(value)
            : List.of(Message.of(Role.USER, SpelledFields.asText(key, value)));
      }
    }
    throw MessageJson.refused(
        "dataset.refused.missing", "\"" + PromptJson.PROMPT + "\" is missing", PromptJson.PROMPT);
  }

  /** A prompt beside whole conversations says once more what stands in them; where it says something else it stays. */
  private static void forgetRepeated(Map<String, String> fields, List<Message> repeated)
      throws IOException, UserFacingException {
    for (String key : QUESTIONS) {
      String value = fields.getOrDefault(key, "");
      boolean same =
          value.startsWith("[")
              ? ShareGptJson.messages(value).equals(repeated)
              : RawObject.text(value).equals(Optional.of(repeated.getLast().text()));
      if (same) {
        fields.remove(key);
      }
    }
  }
}
