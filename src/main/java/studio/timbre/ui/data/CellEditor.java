package studio.timbre.ui.data;

import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import studio.timbre.ui.control.GrowingTextArea;
import studio.timbre.ui.fx.Keyboard;

/** The text that is being typed into a cell: it lies over the cell and grows with what is said. */
final class CellEditor extends Pane {

  /** Where the typing goes on after a cell is done. */
  enum Then {
    STAY,
    /** As Enter does: in a selected range the next cell downwards, else the cell below. */
    ON_DOWN,
    /** As Tab does: in a selected range the next cell to the right, else the next cell. */
    ON_RIGHT,
    /** As Tab with Shift does. */
    BACK_LEFT,
    DOWN,
    UP,
    RIGHT,
    LEFT
  }

  /** What the arrow keys do. */
  enum Arrows {
    /** Move the caret, as after F2. */
    IN_TEXT,
    /** End the typing and go to the next cell, as after typing over a cell. */
    TO_CELLS
  }

  /** Told how the typing ended. */
  interface Listener {
    void written(String text, Then then);

    void dropped();
  }

  private static final int MOST_LINES = 12;
  private static final double LEAST_WIDTH = 240;

  private final TextArea text = new GrowingTextArea(MOST_LINES);
  private final Listener listener;
  private Arrows arrows = Arrows.IN_TEXT;
  private boolean open;

  CellEditor(Listener listener) {
    this.listener = listener;
    text.setId("cell-editor");
    text.getStyleClass().add("cell-editor");
    text.setManaged(false);
    text.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    text.focusedProperty()
        .subscribe(
            focused -> {
              if (!focused) {
                write(Then.STAY);
              }
            });
    text.textProperty().subscribe(typed -> grow());
    getChildren().add(text);
    setVisible(false);
    setPickOnBounds(false);
  }

  /** Opens over a cell, whose bounds are those of this pane, with the caret at the end. */
  void open(Bounds cell, String name, String content, Arrows forArrows) {
    open = true;
    arrows = forArrows;
    text.setText(content);
    text.setAccessibleText(name);
    text.setLayoutX(Math.max(0, Math.min(cell.getMinX(), getWidth() - LEAST_WIDTH)));
    text.setLayoutY(cell.getMinY());
    text.setMinWidth(Math.max(LEAST_WIDTH, cell.getWidth()));
    setVisible(true);
    grow();
    Keyboard.give(text);
    text.end();
  }

  boolean isOpen() {
    return open;
  }

  private void grow() {
    if (open) {
      double width = text.getMinWidth();
      text.applyCss();
      double height = text.prefHeight(width);
      text.resize(width, height);
      if (text.getLayoutY() + height > getHeight()) {
        text.setLayoutY(Math.max(0, getHeight() - height));
      }
    }
  }

  private void key(KeyEvent event) {
    switch (event.getCode()) {
      case ESCAPE -> {
        close();
        listener.dropped();
      }
      case ENTER -> {
        if (event.isShiftDown() || event.isAltDown()) {
          text.replaceSelection("\n");
        } else {
          write(Then.ON_DOWN);
        }
      }
      case TAB -> write(event.isShiftDown() ? Then.BACK_LEFT : Then.ON_RIGHT);
      case F2 -> arrows = arrows == Arrows.IN_TEXT ? Arrows.TO_CELLS : Arrows.IN_TEXT;
      default -> {
        var way = arrows == Arrows.TO_CELLS ? way(event) : Optional.<Then>empty();
        if (way.isEmpty()) {
          return;
        }
        write(way.get());
      }
    }
    event.consume();
  }

  private static Optional<Then> way(KeyEvent event) {
    if (event.isShiftDown() || event.isShortcutDown() || event.isAltDown()) {
      return Optional.empty();
    }
    return switch (event.getCode()) {
      case UP -> Optional.of(Then.UP);
      case DOWN -> Optional.of(Then.DOWN);
      case LEFT -> Optional.of(Then.LEFT);
      case RIGHT -> Optional.of(Then.RIGHT);
      default -> Optional.empty();
    };
  }

  /** Ends the typing and keeps what was typed. */
  void write(Then then) {
    if (open) {
      close();
      listener.written(text.getText(), then);
    }
  }

  private void close() {
    open = false;
    setVisible(false);
  }
}
