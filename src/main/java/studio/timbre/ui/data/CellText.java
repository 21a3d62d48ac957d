package studio.timbre.ui.data;

import java.util.ArrayList;
import java.util.Optional;
import studio.timbre.model.Content;
import studio.timbre.model.Conversation;
import studio.timbre.model.Message;
import studio.timbre.model.Role;

/** The messages that stand in columns of their own, and what typing into them does to a conversation. */
final class CellText {
  private CellText() {}

  /** The text of the message of this column as it stands in the conversation; empty where there is none. */
  static String of(Conversation conversation, TableColumnKind column) {
    int place = find(conversation, column);
    return place < 0 ? "" : conversation.messages().get(place).text();
  }

  private static int find(Conversation conversation, TableColumnKind column) {
    var messages = conversation.messages();
    for (int i = 0; i < messages.size(); i++) {
      if (isIn(column, messages.get(i).role())) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isIn(TableColumnKind column, Role role) {
    return switch (column) {
      case SYSTEM -> role.equals(Role.SYSTEM) || role.equals(Role.DEVELOPER);
      case QUESTION -> role.equals(Role.USER);
      default -> role.isAssistant();
    };
  }

  /**
   * The conversation with other instructions, another first question or another first answer; a message is put in where there is
   * none, and instructions without words are taken out. Empty where the message is more than a text, as a picture: that is not
   * for a cell to change.
   */
  static Optional<Conversation> with(
      Conversation conversation, TableColumnKind column, String text) {
    var messages = conversation.messages();
    int place = find(conversation, column);
    if (place >= 0) {
      var message = messages.get(place);
      if (message.content() instanceof Content.Other) {
        return Optional.empty();
      }
      if (column == TableColumnKind.SYSTEM && text.isEmpty()) {
        var left = new ArrayList<>(messages);
        left.remove(place);
        return Optional.of(conversation.withMessages(left));
      }
      return Optional.of(
          text.equals(message.text())
              ? conversation
              : conversation.withMessage(place, message.withText(text)));
    }
    if (text.isEmpty()) {
      return Optional.of(conversation);
    }
    var grown = new ArrayList<>(messages);
    grown.add(placeFor(column, conversation), Message.of(roleOf(column), text));
    return Optional.of(conversation.withMessages(grown));
  }

  private static Role roleOf(TableColumnKind column) {
    return switch (column) {
      case SYSTEM -> Role.SYSTEM;
      case QUESTION -> Role.USER;
      default -> Role.ASSISTANT;
    };
  }

  /** Instructions stand first, a first question before the first answer, and a first answer last. */
  private static int placeFor(TableColumnKind column, Conversation conversation) {
    if (column == TableColumnKind.SYSTEM) {
      return 0;
    }
    int answer = find(conversation, TableColumnKind.ANSWER);
    return column == TableColumnKind.QUESTION && answer >= 0
        ? answer
        : conversation.messages().size();
  }
}
