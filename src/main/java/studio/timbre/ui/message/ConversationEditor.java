package studio.timbre.ui.message;

import java.util.function.UnaryOperator;
import studio.timbre.model.Conversation;
import studio.timbre.model.Message;

/** Changes the conversation that is shown; each call is one step of undo. */
@FunctionalInterface
public interface ConversationEditor {
  void edit(UnaryOperator<Conversation> how);

  /** Changes one message; does nothing where it is gone. */
  default void editMessage(int index, UnaryOperator<Message> how) {
    edit(
        conversation ->
            index < conversation.messages().size()
                ? conversation.withMessage(index, how.apply(conversation.messages().get(index)))
                : conversation);
  }
}
