package studio.timbre.ui.check;

import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import studio.timbre.ui.control.ReasonLine;
import studio.timbre.ui.fx.Keyboard;
import studio.timbre.ui.fx.Texts;

/** The button that lets findings pass, and the question for the reason that comes up below it. */
final class LetPass {
  private final Button button;
  private final ReasonLine asking;
  private final Pane place;

  /**
   * @param id what the ids of its nodes end with
   * @param words on the button, and on the one that does it
   * @param place takes the question as its last line
   * @param pass gets the reason
   */
  LetPass(Texts texts, String id, String words, Pane place, Consumer<String> pass) {
    this.place = place;
    button = new Button(words);
    button.setId("check-pass-" + id);
    button.setMnemonicParsing(false);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(event -> ask());
    asking = new ReasonLine(texts.get("check.pass.reason"), words, pass, this::drop);
    asking.field().setId("check-reason-" + id);
    asking.button().setId("check-pass-done-" + id);
  }

  Button button() {
    return button;
  }

  private void ask() {
    if (place.getChildren().contains(asking)) {
      drop();
    } else {
      place.getChildren().add(asking);
      Keyboard.give(asking.field());
    }
  }

  private void drop() {
    button.requestFocus();
    place.getChildren().remove(asking);
  }
}
