package studio.timbre.ui.data;

import javafx.geometry.Bounds;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import studio.timbre.ui.control.GrowingTextArea;

/** The text that is being typed into a cell: it lies over the cell and grows with what is said. */
final class CellEditor extends Pane {

  /** Where the typing goes on after a cell is done. */
  enum Then {
    STAY,
    DOWN,
    RIGHT,
    LEFT
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

  /** Opens over a cell, whose bounds are those of this pane, with the whole text selected or the caret at its end. */
  void open(Bounds cell, String name, String content, boolean select) {
    open = true;
    text.setText(content);
    text.setAccessibleText(name);
    text.setLayoutX(Math.max(0, Math.min(cell.getMinX(), getWidth() - LEAST_WIDTH)));
    text.setLayoutY(cell.getMinY());
    text.setMinWidth(Math.max(LEAST_WIDTH, cell.getWidth()));
    setVisible(true);
    grow();
    text.requestFocus();
    if (select) {
      text.selectAll();
    } else {
      text.end();
    }
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
    if (event.getCode() == KeyCode.ESCAPE) {
      close();
      listener.dropped();
    } else if (event.getCode() == KeyCode.ENTER && event.isShiftDown()) {
      text.replaceSelection("\n");
    } else if (event.getCode() == KeyCode.ENTER) {
      write(Then.DOWN);
    } else if (event.getCode() == KeyCode.TAB) {
      write(event.isShiftDown() ? Then.LEFT : Then.RIGHT);
    } else {
      return;
    }
    event.consume();
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
