package studio.timbre.ui.data;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.timbre.ui.fx.Texts;

/** What comes up above the table to ask, to show progress and to report, and goes again; and what such a thing is made of. */
abstract class Sheet extends VBox {
  private final Texts texts;
  private final ProgressBar bar = new ProgressBar();

  /** @param progressKey names the progress bar for a screen reader */
  Sheet(Texts texts, String progressKey) {
    this.texts = texts;
    getStyleClass().addAll("sheet", "column-16");
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText(texts.get(progressKey));
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            dismiss();
            event.consume();
          }
        });
  }

  /** Escape: puts away a question or a report; what is under way goes on. */
  abstract void dismiss();

  final Texts texts() {
    return texts;
  }

  /** Comes up, or goes with all that it holds. */
  final void come(boolean there) {
    setVisible(there);
    setManaged(there);
    if (!there) {
      getChildren().clear();
    }
  }

  final ProgressBar bar() {
    return bar;
  }

  /** @param total 0 or less where it is not known */
  final void showProgress(long done, long total) {
    bar.setProgress(total > 0 ? (double) done / total : ProgressBar.INDETERMINATE_PROGRESS);
  }

  final boolean showsProgress() {
    return getChildren().contains(bar);
  }

  static Label title(String text) {
    var label = text(text);
    label.getStyleClass().add("section-title");
    return label;
  }

  static Label text(String text) {
    var label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  final Button button(String key, Runnable act) {
    var button = new Button(texts.get(key));
    button.setOnAction(event -> act.run());
    return button;
  }

  static Region gap() {
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    return gap;
  }

  static HBox row(Node... nodes) {
    var row = new HBox(nodes);
    row.getStyleClass().add("row-8");
    return row;
  }
}
