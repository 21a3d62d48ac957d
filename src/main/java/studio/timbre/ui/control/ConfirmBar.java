package studio.timbre.ui.control;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import studio.timbre.ui.fx.Icon;

/** Asks before something that cannot be taken back, where it happens. The safe answer has the focus; Escape gives it. */
public final class ConfirmBar extends HBox {
  private final Label question = new Label();
  private final Button act = new Button();
  private final Button keep = new Button();
  private Runnable asked = () -> {};

  public ConfirmBar() {
    getStyleClass().add("confirm-bar");
    question.setWrapText(true);
    question.setMaxWidth(Double.MAX_VALUE);
    question.setMinHeight(USE_PREF_SIZE);
    HBox.setHgrow(question, Priority.ALWAYS);
    act.setId("confirm-act");
    act.getStyleClass().add("danger");
    act.setMinWidth(Region.USE_PREF_SIZE);
    act.setMnemonicParsing(false);
    act.setOnAction(
        event -> {
          put(false);
          asked.run();
        });
    keep.setId("confirm-keep");
    keep.setMinWidth(Region.USE_PREF_SIZE);
    keep.setMnemonicParsing(false);
    keep.setOnAction(event -> put(false));
    setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            put(false);
            event.consume();
          }
        });
    getChildren().addAll(Icon.WARNING.node(), question, act, keep);
    put(false);
  }

  /**
   * Asks.
   *
   * @param actText names the act, as "Delete run and its files (92 MB)"
   * @param keepText names the way back, as "Keep"
   */
  public void ask(String questionText, String actText, String keepText, Runnable run) {
    question.setText(questionText);
    act.setText(actText);
    keep.setText(keepText);
    asked = run;
    put(true);
    keep.requestFocus();
  }

  /** Other words for the act while the question stands, as when a size becomes known. */
  public void setActText(String text) {
    act.setText(text);
  }

  /** As the safe answer does. */
  public void dismiss() {
    put(false);
  }

  private void put(boolean shown) {
    setVisible(shown);
    setManaged(shown);
  }
}
