package studio.timbre.ui.message;

import java.util.function.IntFunction;
import java.util.function.IntSupplier;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import studio.timbre.app.Turns;

/** Takes a message that is dragged over the others, and shows with a line where it would come to stand. */
public final class TurnDrop {
  private final Pane list;
  private final Region line = new Region();
  private final IntSupplier count;
  private final IntFunction<? extends Node> cards;
  private final ConversationEditor editor;

  /**
   * @param list what the cards lie in
   * @param cards the card of a number
   */
  public TurnDrop(
      Pane list, IntSupplier count, IntFunction<? extends Node> cards, ConversationEditor editor) {
    this.list = list;
    this.count = count;
    this.cards = cards;
    this.editor = editor;
    line.getStyleClass().add("drop-line");
    line.setManaged(false);
    line.setMouseTransparent(true);
    list.setOnDragOver(this::over);
    list.setOnDragExited(event -> hide());
    list.setOnDragDropped(this::dropped);
  }

  /** Before which message the pointer is: as many as there are, for the end. */
  private int gap(double y) {
    int n = count.getAsInt();
    for (int i = 0; i < n; i++) {
      var bounds = boundsOf(cards.apply(i));
      if (y < bounds.getCenterY()) {
        return i;
      }
    }
    return n;
  }

  private javafx.geometry.Bounds boundsOf(Node card) {
    return list.sceneToLocal(card.localToScene(card.getLayoutBounds()));
  }

  private void over(DragEvent event) {
    if (!event.getDragboard().hasContent(Grip.TURN)) {
      return;
    }
    event.acceptTransferModes(TransferMode.MOVE);
    int gap = gap(event.getY());
    int n = count.getAsInt();
    double y =
        gap < n
            ? boundsOf(cards.apply(gap)).getMinY() - 5
            : boundsOf(cards.apply(n - 1)).getMaxY() + 3;
    if (!list.getChildren().contains(line)) {
      list.getChildren().add(line);
    }
    line.resizeRelocate(12, y, Math.max(0, list.getWidth() - 24), 2);
    event.consume();
  }

  private void hide() {
    list.getChildren().remove(line);
  }

  private void dropped(DragEvent event) {
    hide();
    if (event.getDragboard().getContent(Grip.TURN) instanceof Integer from) {
      int gap = gap(event.getY());
      int to = gap > from ? gap - 1 : gap;
      editor.edit(all -> Turns.moved(all, from, to));
      event.setDropCompleted(true);
      event.consume();
    }
  }
}
