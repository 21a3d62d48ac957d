package studio.timbre.ui.message;

import javafx.scene.Node;
import studio.timbre.model.Conversation;
import studio.timbre.model.Message;

/** One thing that a message holds, shown and edited where it stands. */
interface Piece {

  Node node();

  /** Shows how it is now; what is being typed is left alone. */
  void show(Conversation conversation, Message message);

  /** Makes an edit of what was typed, if anything was. */
  default void commit() {}

  /** Makes drafts of what is typed and wrong: something else may be shown from now on. */
  default void keep() {}

  /** Shows no more what was typed but not kept: another conversation is shown from now on. */
  default void drop() {}

  /** Takes the keyboard where there is something to write; answers whether it did. */
  default boolean focusText() {
    return false;
  }
}
