package studio.timbre.ui.data;

import java.util.ArrayList;
import java.util.Optional;
import studio.timbre.model.Content;
import studio.timbre.model.Conversation;
import studio.timbre.model.Message;
import studio.timbre.model.Role;

/** What the two text columns show of a conversation, and what typing into them does to it. */
final class CellText {
  private CellText() {}

  /** The text of a cell as it stands in the conversation. */
  static String of(Conversation conversation, TableColumnKind column) {
    return column == TableColumnKind.QUESTION ? conversation.question() : conversation.answer();
  }

  /**
   * The conversation with another first question or first answer; a message is put in where there is none. Empty where the message
   * is more than a text, as a picture: that is not for a cell to change.
   */
  static Optional<Conversation> with(
      Conversation conversation, TableColumnKind column, String text) {
    var role = column == TableColumnKind.QUESTION ? Role.USER : Role.ASSISTANT;
    var messages = conversation.messages();
    for (int i = 0; i < messages.size(); i++) {
      var message = messages.get(i);
      if (message.role().equals(role)) {
        return message.content() instanceof Content.Other
            ? Optional.empty()
            : Optional.of(conversation.withMessage(i, message.withText(text)));
      }
    }
    if (text.isEmpty()) {
      return Optional.of(conversation);
    }
    var grown = new ArrayList<>(messages);
    grown.add(placeOf(role, conversation), Message.of(role, text));
    return Optional.of(conversation.withMessages(grown));
  }

  /** A first question stands before the first answer; a first answer stands last. */
  private static int placeOf(Role role, Conversation conversation) {
    var messages = conversation.messages();
    if (role.equals(Role.USER)) {
      for (int i = 0; i < messages.size(); i++) {
        if (messages.get(i).role().isAssistant()) {
          return i;
        }
      }
    }
    return messages.size();
  }
}
