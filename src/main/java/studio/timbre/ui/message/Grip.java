package studio.timbre.ui.message;

import javafx.css.PseudoClass;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import studio.timbre.ui.control.WhileShown;
import studio.timbre.ui.fx.Icon;
import studio.timbre.ui.fx.Texts;

/** The handle of a message: dragged, it moves the message; pressed, it picks the message out, with Shift all in between. */
final class Grip extends Button {
  /** A message on its way, by its number. */
  static final DataFormat TURN = new DataFormat("application/x-timbre-turn");

  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

  Grip(Texts texts, TurnSelection selection, int index, MessageCard card) {
    super("", Icon.GRIP.node());
    setId("message-" + index + "-grip");
    getStyleClass().addAll("button-icon", "flat", "message-button", "grip");
    String name = texts.get("message.grip", index + 1);
    setTooltip(new Tooltip(texts.get("message.grip.tip")));
    setAccessibleText(name);
    setAccessibleHelp(texts.get("message.grip.tip"));
    WhileShown.of(
        this,
        () ->
            selection
                .chosen()
                .subscribe(
                    chosen -> {
                      boolean isChosen = chosen.contains(index);
                      pseudoClassStateChanged(CHOSEN, isChosen);
                      card.pseudoClassStateChanged(CHOSEN, isChosen);
                      setAccessibleText(
                          isChosen ? texts.get("message.grip.chosen", index + 1) : name);
                    }));
    addEventHandler(
        MouseEvent.MOUSE_CLICKED,
        event -> {
          if (event.isStillSincePress()) {
            choose(selection, index, event.isShiftDown());
          }
        });
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.SPACE || event.getCode() == KeyCode.ENTER) {
            if (!event.isAltDown() && !event.isShortcutDown()) {
              choose(selection, index, event.isShiftDown());
              event.consume();
            }
          }
        });
    setOnDragDetected(
        event -> {
          var board = startDragAndDrop(TransferMode.MOVE);
          var content = new ClipboardContent();
          content.put(TURN, index);
          board.setContent(content);
          board.setDragView(card.snapshot(new SnapshotParameters(), null), event.getX(), 8);
          event.consume();
        });
  }

  private static void choose(TurnSelection selection, int index, boolean extend) {
    if (extend) {
      selection.extendTo(index);
    } else {
      selection.toggle(index);
    }
  }
}
