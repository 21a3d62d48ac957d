package studio.timbre.ui.message;

import java.util.function.IntConsumer;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import studio.timbre.app.Pairs;
import studio.timbre.app.Turns;
import studio.timbre.model.Role;

/** What is done to a message as a turn of the conversation, with its keys. What is being typed is written first. */
final class TurnActs {
  static final KeyCombination ADD = new KeyCodeCombination(KeyCode.ENTER, KeyCombination.ALT_DOWN);
  static final KeyCombination SPLIT =
      new KeyCodeCombination(
          KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
  static final KeyCombination MERGE =
      new KeyCodeCombination(
          KeyCode.BACK_SPACE, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
  private static final KeyCombination UP =
      new KeyCodeCombination(KeyCode.UP, KeyCombination.ALT_DOWN);
  private static final KeyCombination DOWN =
      new KeyCodeCombination(KeyCode.DOWN, KeyCombination.ALT_DOWN);

  private final Slot slot;
  private final MessageBody body;
  private final IntConsumer focus;
  private Role role = Role.USER;

  /**
   * @param focus takes the keyboard to the message of a number
   */
  TurnActs(Slot slot, MessageBody body, IntConsumer focus) {
    this.slot = slot;
    this.body = body;
    this.focus = focus;
  }

  void show(Role newRole) {
    role = newRole;
  }

  void addBelow(Role newRole) {
    body.commit();
    slot.editAll(all -> Turns.withAdded(all, slot.index(), newRole));
    focus.accept(slot.index() + 1);
  }

  void split() {
    var caret = body.caret();
    body.commit();
    caret.ifPresent(
        at -> {
          slot.editAll(all -> Turns.split(all, slot.index(), at.part(), at.position()));
          focus.accept(slot.index() + 1);
        });
  }

  void merge() {
    body.commit();
    slot.editAll(all -> Turns.merged(all, slot.index()));
    focus.accept(Math.max(0, slot.index() - 1));
  }

  void moveBy(int steps) {
    body.commit();
    slot.editAll(all -> Turns.moved(all, slot.index(), slot.index() + steps));
  }

  /**
   * Makes a pair of the answer: where it was just rewritten, the old one is the rejected one; otherwise it is both until one of them is
   * rewritten.
   */
  void keepOld() {
    body.commit();
    slot.editAll(
        all -> {
          var now = all.messages().get(slot.index());
          return Pairs.made(all, now, slot.memory().before(now).orElse(now));
        });
    focus.accept(slot.index());
  }

  void delete() {
    slot.editAll(all -> Turns.without(all, slot.index()));
  }

  void key(KeyEvent event) {
    if (ADD.match(event)) {
      addBelow(Turns.next(role));
    } else if (SPLIT.match(event)) {
      split();
    } else if (MERGE.match(event)) {
      merge();
    } else if (UP.match(event)) {
      moveBy(-1);
      focus.accept(Math.max(0, slot.index() - 1));
    } else if (DOWN.match(event)) {
      moveBy(1);
      focus.accept(slot.index() + 1);
    } else {
      return;
    }
    event.consume();
  }
}
