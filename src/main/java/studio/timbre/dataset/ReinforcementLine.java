package studio.timbre.dataset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import studio.timbre.json.ConversationJson;
import studio.timbre.model.Conversation;
import studio.timbre.model.Message;
import studio.timbre.model.Role;

/**
 * A question that the model answers by itself, with what a grader needs to know beside it: OpenAI's guide to reinforcement
 * fine-tuning. Every key besides {@code messages} and {@code tools} is free and reached by graders as {@code item}.
 *
 * <p>A conversation that ends with our answer gives it away as {@code reference_answer}, unless the line has one. Instructions are a
 * developer's here, as the format knows no system.
 */
record ReinforcementLine() implements SentLine {
  private static final String REFERENCE = "reference_answer";

  @Override
  public Optional<String> write(Conversation conversation) {
    var messages = new ArrayList<Message>(conversation.messages());
    var extras = new LinkedHashMap<>(conversation.extras());
    if (conversation.isPair()) {
      extras.remove(Conversation.REJECTED);
    }
    if (!messages.isEmpty() && messages.getLast().role().isAssistant()) {
      var answer = messages.removeLast();
      extras.putIfAbsent(REFERENCE, reference(answer));
    }
    return endsWithAQuestion(messages)
        ? Optional.of(ConversationJson.write(new Conversation(prepared(messages), extras)))
        : Optional.empty();
  }

  /** Whether an answer goes since what it is measured by is said beside it. */
  static boolean dropsAnswer(Conversation conversation) {
    return conversation.extras().containsKey(REFERENCE)
        && !conversation.messages().isEmpty()
        && conversation.messages().getLast().role().isAssistant();
  }

  /** What the answer says, or the calls that it makes instead. */
  private static String reference(Message answer) {
    return answer.text().isEmpty() && ToolCalls.calls(answer)
        ? answer.extras().getOrDefault("tool_calls", "null")
        : ConversationJson.quoted(answer.text());
  }

  private static boolean endsWithAQuestion(List<Message> messages) {
    return !messages.isEmpty() && !messages.getLast().role().isAssistant();
  }

  /** Nothing of a question is learned word by word, so weights say nothing here. */
  private static List<Message> prepared(List<Message> messages) {
    return messages.stream()
        .map(message -> message.withWeight(OptionalInt.empty()))
        .map(
            message ->
                message.role().equals(Role.SYSTEM) ? message.withRole(Role.DEVELOPER) : message)
        .toList();
  }
}
