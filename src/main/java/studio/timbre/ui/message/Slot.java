package studio.timbre.ui.message;

import java.util.function.UnaryOperator;
import studio.timbre.model.Conversation;
import studio.timbre.model.Message;
import studio.timbre.ui.fx.Desk;
import studio.timbre.ui.fx.Texts;

/**
 * The place of a message in the conversation that is shown.
 *
 * @param index its number, from 0
 * @param id what the ids of its nodes begin with
 */
record Slot(
    Desk desk,
    ConversationEditor editor,
    Proofreader proofreader,
    Drafting drafts,
    int index,
    String id,
    EditMemory memory) {

  Texts texts() {
    return desk.texts();
  }

  void edit(UnaryOperator<Message> how) {
    editor.editMessage(index, how);
  }

  void editAll(UnaryOperator<Conversation> how) {
    editor.edit(
        conversation ->
            index < conversation.messages().size() ? how.apply(conversation) : conversation);
  }

  String speaker(Message message) {
    return RoleWords.of(texts(), message.role());
  }
}
