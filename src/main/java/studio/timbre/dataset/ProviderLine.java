package studio.timbre.dataset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import studio.timbre.model.Conversation;
import studio.timbre.model.Message;
import studio.timbre.model.Role;

/**
 * A conversation as the training lines of providers want it. Besides the messages they know few keys, and no developer, where answers are
 * learned as they should be (OpenAI's schema of supervised and preference lines).
 *
 * @param conversation with what is left
 * @param leftOut names of its own keys that are gone
 * @param developers whether a developer's instructions became those of the system
 * @param rejected whether a rejected answer is gone
 */
public record ProviderLine(
    Conversation conversation, List<String> leftOut, boolean developers, boolean rejected) {
  private static final Set<String> KNOWN =
      Set.of("tools", "parallel_tool_calls", "functions", Conversation.REJECTED);

  /**
   * @param pairs whether the rejected answer is learned from
   */
  public static ProviderLine of(Conversation conversation, boolean pairs) {
    var extras = new LinkedHashMap<>(conversation.extras());
    var leftOut = new ArrayList<String>();
    for (var key : List.copyOf(extras.keySet())) {
      if (!KNOWN.contains(key)) {
        extras.remove(key);
        leftOut.add(key);
      }
    }
    boolean rejected = conversation.isPair() && !pairs;
    if (rejected) {
      extras.remove(Conversation.REJECTED);
    }
    boolean developers = conversation.messages().stream().anyMatch(message -> isDeveloper(message));
    var messages =
        conversation.messages().stream()
            .map(message -> isDeveloper(message) ? message.withRole(Role.SYSTEM) : message)
            .toList();
    return new ProviderLine(new Conversation(messages, extras), leftOut, developers, rejected);
  }

  private static boolean isDeveloper(Message message) {
    return message.role().equals(Role.DEVELOPER);
  }

  /** Whether an answer is shown and not learned. */
  public boolean mutes() {
    return conversation.messages().stream()
        .anyMatch(message -> message.weight().isPresent() && message.weight().getAsInt() == 0);
  }
}
