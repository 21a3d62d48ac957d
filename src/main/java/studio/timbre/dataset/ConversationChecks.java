package studio.timbre.dataset;

import java.util.EnumSet;
import java.util.Set;
import studio.timbre.model.Content;
import studio.timbre.model.Conversation;
import studio.timbre.model.Message;
import studio.timbre.model.Role;

/**
 * The checks of one conversation: those of OpenAI's cookbook, widened by tools, pictures and lists of parts, which they predate.
 */
public final class ConversationChecks {
  private static final Set<Role> ROLES =
      Set.of(Role.SYSTEM, Role.DEVELOPER, Role.USER, Role.ASSISTANT, Role.TOOL, Role.FUNCTION);

  /** Besides role and content. A name or a weight among the extras has its own check, or none. */
  private static final Set<String> KEYS =
      Set.of("name", "weight", "function_call", "tool_calls", "tool_call_id", "refusal", "audio");

  private ConversationChecks() {}

  /** What is wrong with it by itself. */
  public static Set<FormatProblem> of(Conversation conversation) {
    var problems = EnumSet.noneOf(FormatProblem.class);
    var messages = conversation.messages();
    if (messages.isEmpty()) {
      problems.add(FormatProblem.MISSING_MESSAGES_LIST);
      return problems;
    }
    messages.forEach(message -> check(message, problems));
    PairChecks.check(conversation, problems);
    if (messages.stream().noneMatch(message -> message.role().isAssistant())) {
      problems.add(FormatProblem.EXAMPLE_MISSING_ASSISTANT_MESSAGE);
    } else if (!messages.getLast().role().isAssistant()) {
      problems.add(FormatProblem.LAST_MESSAGE_NOT_ASSISTANT);
    }
    boolean instructed = has(conversation, Role.SYSTEM) || has(conversation, Role.DEVELOPER);
    addIf(!instructed, FormatProblem.MISSING_SYSTEM_MESSAGE, problems);
    addIf(!has(conversation, Role.USER), FormatProblem.MISSING_USER_MESSAGE, problems);
    addIf(has(conversation, Role.DEVELOPER), FormatProblem.DEVELOPER_ROLE, problems);
    return problems;
  }

  private static boolean has(Conversation conversation, Role role) {
    return conversation.messages().stream().anyMatch(message -> message.role().equals(role));
  }

  private static void addIf(boolean found, FormatProblem problem, EnumSet<FormatProblem> problems) {
    if (found) {
      problems.add(problem);
    }
  }

  private static void check(Message message, EnumSet<FormatProblem> problems) {
    boolean answer = message.role().isAssistant();
    boolean calls = ToolCalls.calls(message);
    // A refusal, and a sound, stand for the content of an answer as a call does.
    boolean standsIn = calls || isGiven(message, "refusal") || isGiven(message, "audio");
    addIf(!ROLES.contains(message.role()), FormatProblem.UNRECOGNIZED_ROLE, problems);
    addIf(
        !KEYS.containsAll(message.extras().keySet()),
        FormatProblem.MESSAGE_UNRECOGNIZED_KEY,
        problems);
    if (!standsIn) {
      switch (message.content()) {
        case Content.Missing _ -> problems.add(FormatProblem.MESSAGE_MISSING_KEY);
        case Content.Text(var text) -> {
          addIf(text.isEmpty(), FormatProblem.MISSING_CONTENT, problems);
          addIf(answer && !text.isEmpty() && text.isBlank(), FormatProblem.EMPTY_ANSWER, problems);
        }
        case Content.Other other ->
            addIf(
                other.json().equals("null") || other.json().equals("[]"),
                FormatProblem.MISSING_CONTENT,
                problems);
      }
    }
    addIf(!ToolCalls.wellFormed(message), FormatProblem.BROKEN_TOOL_CALL, problems);
    addIf(
        message.role().equals(Role.TOOL) && !isGiven(message, "tool_call_id"),
        FormatProblem.TOOL_ANSWER_WITHOUT_CALL,
        problems);
    addIf(answer && ToolCalls.showsImage(message), FormatProblem.IMAGE_IN_ANSWER, problems);
    addIf(isGiven(message, "weight"), FormatProblem.INVALID_WEIGHT, problems);
    addIf(!answer && message.weight().isPresent(), FormatProblem.WEIGHT_ON_NON_ASSISTANT, problems);
  }

  private static boolean isGiven(Message message, String key) {
    return !message.extras().getOrDefault(key, "null").equals("null");
  }
}
