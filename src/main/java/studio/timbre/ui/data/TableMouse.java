package studio.timbre.ui.data;

import java.util.Optional;
import java.util.Set;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;

/** Selecting with the mouse: click, drag, Shift for the rectangle up to here, Ctrl for one more. */
final class TableMouse {
  private static final Duration SCROLLING = Duration.millis(60);

  private final TableView<Long> table;
  private final TableCursor cursor;
  private final TableSelection selection;
  private final Set<ConversationCell> cells;
  private final Timeline scrolling = new Timeline();
  private boolean dragging;
  private int beyond;

  /** @param both the table with what is frozen beside it */
  TableMouse(
      TableView<Long> table,
      Node both,
      TableCursor cursor,
      TableSelection selection,
      Set<ConversationCell> cells) {
    this.table = table;
    this.cursor = cursor;
    this.selection = selection;
    this.cells = cells;
    scrolling.setCycleCount(Animation.INDEFINITE);
    scrolling.getKeyFrames().add(new KeyFrame(SCROLLING, event -> scrollOn()));
    both.addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
    both.addEventFilter(MouseEvent.MOUSE_DRAGGED, this::dragged);
    both.addEventFilter(MouseEvent.MOUSE_RELEASED, this::released);
  }

  /** The cell that an event is on, if it stands for a row. */
  static Optional<ConversationCell> cellOf(MouseEvent event) {
    for (var node = (Node) event.getTarget(); node != null; node = node.getParent()) {
      if (node instanceof ConversationCell cell) {
        return cell.isEmpty() ? Optional.empty() : Optional.of(cell);
      }
    }
    return Optional.empty();
  }

  private void pressed(MouseEvent event) {
    var cell = cellOf(event);
    if (cell.isEmpty()) {
      return;
    }
    table.requestFocus();
    var spot = spot(cell.get());
    if (event.getButton() == MouseButton.PRIMARY) {
      dragging = true;
      if (event.isShiftDown()) {
        cursor.extendTo(spot);
      } else if (event.isShortcutDown()) {
        selection.begin(spot);
      } else {
        cursor.goTo(spot);
      }
      event.consume();
    } else if (event.getButton() == MouseButton.SECONDARY) {
      // The menu is about what is selected: a cell outside of it takes its place.
      if (!selection.contains(spot.row(), spot.column())) {
        cursor.goTo(spot);
      }
      event.consume();
    }
  }

  private Spot spot(ConversationCell cell) {
    return new Spot(cell.getIndex(), cursor.placeOf(cell.column()).orElse(0));
  }

  private void dragged(MouseEvent event) {
    if (!dragging) {
      return;
    }
    var at = new Point2D(event.getSceneX(), event.getSceneY());
    var cell = cellAt(at);
    cell.map(this::spot).ifPresent(this::extend);
    var place = table.sceneToLocal(at);
    beyond = place.getY() < headerHeight() ? -1 : place.getY() > table.getHeight() ? 1 : 0;
    if (beyond == 0 || cell.isPresent()) {
      scrolling.stop();
    } else if (scrolling.getStatus() != Animation.Status.RUNNING) {
      scrolling.play();
    }
    event.consume();
  }

  private void extend(Spot spot) {
    if (!spot.equals(selection.corner())) {
      selection.extendTo(spot);
    }
  }

  private double headerHeight() {
    var header = table.lookup(".column-header-background");
    return header == null ? 0 : header.getLayoutBounds().getHeight();
  }

  private Optional<ConversationCell> cellAt(Point2D scene) {
    // Rows that are not seen lie beyond the edges of the table.
    double height = table.sceneToLocal(scene).getY();
    if (height < headerHeight() || height > table.getHeight()) {
      return Optional.empty();
    }
    return cells.stream()
        .filter(
            cell ->
                !cell.isEmpty()
                    && cell.getScene() != null
                    && cell.contains(cell.sceneToLocal(scene)))
        .findFirst();
  }

  /** While the mouse is held above or below the rows, more of them come. */
  private void scrollOn() {
    cursor.move(beyond, 0, TableCursor.Step.EXTEND);
  }

  private void released(MouseEvent event) {
    if (dragging && event.getButton() == MouseButton.PRIMARY) {
      dragging = false;
      scrolling.stop();
      event.consume();
    }
  }
}
