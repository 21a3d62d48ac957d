package studio.timbre.app;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import studio.timbre.model.Conversation;
import studio.timbre.model.Message;
import studio.timbre.model.Role;
import studio.timbre.model.UsedPrompt;
import studio.timbre.tokens.ApiCounters;
import studio.timbre.tokens.ApiEncoding;
import studio.timbre.tokens.ConversationCounter;

/** Which system prompts conversations begin with, and how many have each. */
final class PromptTally {
  private static final ConversationCounter COUNTER =
      ApiCounters.forEncoding(ApiEncoding.O200K_BASE);

  /** Where every conversation has a prompt of its own, the first ones tell enough. */
  private static final int MOST = 200;

  private final Map<String, Long> found = new LinkedHashMap<>();

  void add(Conversation conversation) {
    String prompt = SystemPrompts.of(conversation);
    if (found.size() < MOST || found.containsKey(prompt)) {
      found.merge(prompt, 1L, Long::sum);
    }
  }

  /** The most used first. */
  List<UsedPrompt> prompts() {
    return found.entrySet().stream()
        .map(each -> new UsedPrompt(each.getKey(), each.getValue(), tokens(each.getKey())))
        .sorted(Comparator.comparingLong(UsedPrompt::conversations).reversed())
        .toList();
  }

  /** Tokens that a system message of this text adds to a call; none where there is no text. */
  static int tokens(String prompt) {
    return prompt.isBlank()
        ? 0
        : COUNTER.count(Conversation.of(Message.of(Role.SYSTEM, prompt))).messages().getFirst();
  }
}
