package studio.timbre.ui.data;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.css.PseudoClass;
import javafx.event.EventHandler;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import studio.timbre.ui.fx.Icon;
import studio.timbre.ui.fx.Texts;

/**
 * Moves rows with the mouse: a grip at the beginning of the row under the mouse, and a line where the rows would land. It takes the
 * selected rows along if the row is one of them, also those that stand elsewhere. Escape lets all stay.
 */
final class RowGrip extends Pane {
  private static final PseudoClass OUT_OF_ORDER = PseudoClass.getPseudoClass("out-of-order");
  private static final Duration SCROLLING = Duration.millis(40);
  private static final double STEP = 24;
  private static final double WIDTH = 14;
  private static final double LINE = 3;

  /** A row on the screen, with its place in this pane. */
  private record Shown(int row, Bounds place) {}

  /** Rows on their way, and before which row they would land now. */
  private record Way(List<Block> rows, int target) {}

  private final Texts texts;
  private final RowMoves acts;
  private final IdList ids;
  private final TableSelection selection;
  private final SheetFlow flow;
  private final Set<ConversationCell> cells;
  private final StackPane grip = new StackPane(Icon.GRIP.node());
  private final Region line = new Region();
  private final Label what = new Label();
  private final Tooltip tip = new Tooltip();
  private final Timeline scrolling = new Timeline();
  private final EventHandler<MouseEvent> dragging = this::dragged;
  private final EventHandler<MouseEvent> releasing = this::released;
  private final EventHandler<KeyEvent> escaping = this::key;
  private int row = -1;
  private Optional<Way> way = Optional.empty();
  private double pointer;

  RowGrip(
      Texts texts,
      RowMoves acts,
      IdList ids,
      TableSelection selection,
      SheetFlow flow,
      Set<ConversationCell> cells) {
    this.texts = texts;
    this.acts = acts;
    this.ids = ids;
    this.selection = selection;
    this.flow = flow;
    this.cells = cells;
    setPickOnBounds(false);
    setId("row-moving");
    grip.setId("row-grip");
    grip.getStyleClass().add("row-grip");
    grip.setAccessibleRole(AccessibleRole.BUTTON);
    Tooltip.install(grip, tip);
    line.getStyleClass().add("drop-line");
    line.setId("row-drop-line");
    what.getStyleClass().addAll("badge", "row-moving");
    for (var part : new Region[] {grip, line, what}) {
      part.setManaged(false);
      part.setVisible(false);
    }
    line.setMouseTransparent(true);
    what.setMouseTransparent(true);
    getChildren().addAll(line, what, grip);
    scrolling.setCycleCount(Animation.INDEFINITE);
    scrolling.getKeyFrames().add(new KeyFrame(SCROLLING, event -> scrollOn()));
    grip.setOnMousePressed(this::pressed);
    ids.subscribe(this::hide);
  }

  /** The mouse has come to another place over the table. */
  void moved(MouseEvent event) {
    if (way.isEmpty()) {
      rowAt(sceneToLocal(event.getSceneX(), event.getSceneY()).getY())
          .ifPresentOrElse(this::show, this::hide);
    }
  }

  /** The mouse has left the table, or the rows have. */
  void hide() {
    if (way.isEmpty()) {
      row = -1;
      grip.setVisible(false);
    }
  }

  private void show(Shown shown) {
    row = shown.row();
    boolean canMove = acts.canMove();
    tip.setText(texts.get(canMove ? "data.grip" : "data.sorted"));
    grip.setAccessibleText(tip.getText());
    grip.pseudoClassStateChanged(OUT_OF_ORDER, !canMove);
    grip.resizeRelocate(
        0, shown.place().getMinY(), WIDTH, Math.min(36, shown.place().getHeight() - 1));
    grip.setVisible(true);
  }

  /** Escape, while rows are on their way, lets them stay. */
  private void key(KeyEvent event) {
    if (way.isPresent() && event.getCode() == KeyCode.ESCAPE) {
      end();
      event.consume();
    }
  }

  private void pressed(MouseEvent event) {
    event.consume();
    if (event.getButton() != MouseButton.PRIMARY || row < 0) {
      return;
    }
    if (!acts.canMove()) {
      // It says why.
      acts.moveTo(List.of(new Block(row, row, 0, 0)), row);
      return;
    }
    if (!selection.touches(row)) {
      selection.rows(row, row);
    }
    way = Optional.of(new Way(selection.stretches(), row));
    // Wherever the mouse goes now is the business of the grip.
    getScene().addEventFilter(MouseEvent.MOUSE_DRAGGED, dragging);
    getScene().addEventFilter(MouseEvent.MOUSE_RELEASED, releasing);
    getScene().addEventFilter(KeyEvent.KEY_PRESSED, escaping);
  }

  private void dragged(MouseEvent event) {
    event.consume();
    if (way.isEmpty()) {
      return;
    }
    pointer = sceneToLocal(event.getSceneX(), event.getSceneY()).getY();
    // What was pressed has to stay there until it is released.
    grip.setOpacity(0);
    if (beyond() == 0) {
      scrolling.stop();
    } else if (scrolling.getStatus() != Animation.Status.RUNNING) {
      scrolling.play();
    }
    aim();
  }

  /** Above the rows less than 0, below them more. */
  private int beyond() {
    var window = window();
    return pointer < window.getMinY() ? -1 : pointer > window.getMaxY() ? 1 : 0;
  }

  private void scrollOn() {
    flow.scrollPixels(beyond() * STEP);
    flow.layout();
    aim();
  }

  /** Shows where the rows would land. */
  private void aim() {
    var window = window();
    double y =
        Math.clamp(pointer, window.getMinY(), Math.max(window.getMinY(), window.getMaxY() - 1));
    var under = rowAt(y).or(this::lowest);
    if (under.isEmpty() || way.isEmpty()) {
      return;
    }
    var place = under.get().place();
    boolean below = y > place.getCenterY();
    var rows = way.get().rows();
    way = Optional.of(new Way(rows, under.get().row() + (below ? 1 : 0)));
    double edge = below ? place.getMaxY() : place.getMinY();
    double top = Math.clamp(edge - LINE / 2, window.getMinY(), window.getMaxY() - LINE);
    line.resizeRelocate(0, top, window.getWidth(), LINE);
    line.setVisible(true);
    what.setText(texts.get("data.act.move", rows.stream().mapToInt(Block::rows).sum()));
    what.applyCss();
    what.autosize();
    what.relocate(WIDTH * 2, Math.min(top + LINE + 2, window.getMaxY() - what.getHeight()));
    what.setVisible(true);
  }

  private void released(MouseEvent event) {
    event.consume();
    getScene().removeEventFilter(MouseEvent.MOUSE_DRAGGED, dragging);
    getScene().removeEventFilter(MouseEvent.MOUSE_RELEASED, releasing);
    getScene().removeEventFilter(KeyEvent.KEY_PRESSED, escaping);
    var arrived = way.filter(there -> line.isVisible());
    end();
    arrived.ifPresent(there -> acts.moveTo(there.rows(), there.target()));
  }

  private void end() {
    way = Optional.empty();
    scrolling.stop();
    grip.setOpacity(1);
    line.setVisible(false);
    what.setVisible(false);
    hide();
  }

  /** Where rows are seen, both parts of the table together. */
  private Rectangle2D window() {
    var rows = flow.lookup(".clipped-container");
    var shown = sceneToLocal(rows.localToScene(rows.getLayoutBounds()));
    return new Rectangle2D(
        0,
        Math.max(0, shown.getMinY()),
        Math.max(0, shown.getMaxX()),
        Math.max(0, shown.getHeight()));
  }

  private Optional<Shown> rowAt(double y) {
    var window = window();
    if (y < window.getMinY() || y >= window.getMaxY()) {
      return Optional.empty();
    }
    return cells.stream()
        .filter(cell -> isShown(cell))
        .map(this::shown)
        .filter(shown -> shown.place().getMinY() <= y && y < shown.place().getMaxY())
        .findFirst();
  }

  private Optional<Shown> lowest() {
    return cells.stream()
        .filter(cell -> isShown(cell))
        .map(this::shown)
        .max(Comparator.comparingInt(Shown::row));
  }

  private boolean isShown(ConversationCell cell) {
    return !cell.isEmpty()
        && cell.getScene() != null
        && cell.getTableRow() != null
        && cell.getTableRow().isVisible()
        && cell.getIndex() < ids.size();
  }

  private Shown shown(ConversationCell cell) {
    var bounds = sceneToLocal(cell.localToScene(cell.getLayoutBounds()));
    return new Shown(
        cell.getIndex(),
        new BoundingBox(0, bounds.getMinY(), bounds.getMaxX(), bounds.getHeight()));
  }
}
