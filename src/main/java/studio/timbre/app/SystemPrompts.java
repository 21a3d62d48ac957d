package studio.timbre.app;

import java.util.ArrayList;
import studio.timbre.model.Conversation;
import studio.timbre.model.Message;
import studio.timbre.model.Role;

/** Puts another system prompt in front of conversations. */
final class SystemPrompts {
  private SystemPrompts() {}

  /** With this text in place of the first message's, where that is one for the system; blank for none. */
  static Conversation with(Conversation conversation, String prompt) {
    var messages = new ArrayList<>(conversation.messages());
    var role = Role.SYSTEM;
    if (!messages.isEmpty() && isPrompt(messages.getFirst())) {
      role = messages.removeFirst().role();
    }
    if (!prompt.isBlank()) {
      messages.addFirst(Message.of(role, prompt));
    }
    return conversation.withMessages(messages);
  }

  /** The text of the first message, where that is one for the system; empty where it is not. */
  static String of(Conversation conversation) {
    return !conversation.messages().isEmpty() && isPrompt(conversation.messages().getFirst())
        ? conversation.messages().getFirst().text()
        : "";
  }

  private static boolean isPrompt(Message message) {
    return message.role().equals(Role.SYSTEM) || message.role().equals(Role.DEVELOPER);
  }
}
