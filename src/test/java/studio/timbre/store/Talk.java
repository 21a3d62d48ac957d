package studio.timbre.store;

import studio.timbre.model.Conversation;
import studio.timbre.model.Message;
import studio.timbre.model.Role;

/** Conversations for tests. */
final class Talk {
  private Talk() {}

  static Conversation of(String question, String answer) {
    return Conversation.of(Message.of(Role.USER, question), Message.of(Role.ASSISTANT, answer));
  }
}
