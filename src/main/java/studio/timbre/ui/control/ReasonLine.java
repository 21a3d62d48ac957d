package studio.timbre.ui.control;

import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Asks in one line for a few words without which something is not done. Enter does it, Escape drops the question. */
public final class ReasonLine extends HBox {
  private final TextField reason = new TextField();
  private final Button done;

  /**
   * @param prompt what is asked for
   * @param act names what is done
   * @param taker gets the words, which are never blank
   * @param dropped called on Escape
   */
  public ReasonLine(String prompt, String act, Consumer<String> taker, Runnable dropped) {
    reason.setPromptText(prompt);
    reason.setAccessibleText(prompt);
    HBox.setHgrow(reason, Priority.ALWAYS);
    done = new Button(act);
    done.setMnemonicParsing(false);
    done.setMinWidth(Region.USE_PREF_SIZE);
    done.disableProperty().bind(reason.textProperty().map(String::isBlank).orElse(true));
    Runnable doing =
        () -> {
          if (!reason.getText().isBlank()) {
            taker.accept(reason.getText().strip());
          }
        };
    done.setOnAction(event -> doing.run());
    reason.setOnAction(event -> doing.run());
    getStyleClass().add("row-8");
    getChildren().addAll(reason, done);
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE) {
            dropped.run();
            event.consume();
          }
        });
  }

  public TextField field() {
    return reason;
  }

  public Button button() {
    return done;
  }
}
