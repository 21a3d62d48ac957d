package studio.timbre.ui.review;

import javafx.scene.Node;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import studio.timbre.model.Status;

/** Single keys while a queue is gone through. Where somebody writes, and together with Ctrl or Alt, keys mean what they always do. */
public final class ReviewKeys {
  private final ReviewModeViewModel mode;
  private final ReviewBar bar;
  private boolean taken;

  private ReviewKeys(ReviewModeViewModel mode, ReviewBar bar) {
    this.mode = mode;
    this.bar = bar;
  }

  /** Listens at a node that everything else lies in, so that keys come here first. */
  public static void on(Node root, ReviewModeViewModel mode, ReviewBar bar) {
    var keys = new ReviewKeys(mode, bar);
    root.addEventFilter(KeyEvent.KEY_PRESSED, keys::pressed);
    root.addEventFilter(KeyEvent.KEY_TYPED, keys::typed);
    root.addEventHandler(KeyEvent.KEY_PRESSED, keys::left);
    bar.whenWritten(mode::read);
  }

  private void pressed(KeyEvent event) {
    taken = isMeant(event) && act(event);
    if (taken) {
      event.consume();
    }
  }

  /** Escape that a field had no use for leaves it. */
  private void left(KeyEvent event) {
    if (mode.active().get() && event.getCode() == KeyCode.ESCAPE && isWriting(event)) {
      mode.read();
      event.consume();
    }
  }

  /** The letter of a key that was an act is not to be written anywhere. */
  private void typed(KeyEvent event) {
    if (taken) {
      event.consume();
    }
  }

  private boolean isMeant(KeyEvent event) {
    boolean plain =
        !event.isShortcutDown()
            && !event.isControlDown()
            && !event.isAltDown()
            && !event.isMetaDown()
            && !event.isShiftDown();
    return mode.active().get() && plain && !isWriting(event);
  }

  private static boolean isWriting(KeyEvent event) {
    return event.getTarget() instanceof Node target
        && target.getScene() != null
        && (target.getScene().getFocusOwner() instanceof TextInputControl field
                && field.isEditable()
            || target.getScene().getFocusOwner() instanceof ComboBoxBase<?>);
  }

  private boolean act(KeyEvent event) {
    switch (event.getCode()) {
      case A -> mode.decide(Status.APPROVED);
      case R -> mode.decide(Status.REJECTED);
      case DIGIT1, NUMPAD1 -> mode.rate(1);
      case DIGIT2, NUMPAD2 -> mode.rate(2);
      case DIGIT3, NUMPAD3 -> mode.rate(3);
      case DIGIT4, NUMPAD4 -> mode.rate(4);
      case DIGIT5, NUMPAD5 -> mode.rate(5);
      case T -> bar.askForTag();
      case N -> bar.askForNote();
      case E -> mode.edit();
      case J, DOWN -> mode.step(1);
      case K, UP -> mode.step(-1);
      case U -> mode.undo();
      case ESCAPE -> mode.end();
      default -> {
        return false;
      }
    }
    return true;
  }
}
