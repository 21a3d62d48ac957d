package studio.timbre.ui.voice;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import studio.timbre.ui.fx.Texts;

/** The words that are right in the project whatever dictionaries say: added where they were written, and taken out here or there. */
final class OwnWords extends VBox {
  private final LinesField field;

  /** @param changed gets all of them */
  OwnWords(Texts texts, Consumer<List<String>> changed) {
    var name = new Label(texts.get("voice.words"));
    name.setWrapText(true);
    name.getStyleClass().addAll("muted", "small-text");
    field =
        new LinesField("voice-own-words", texts.get("voice.words"), () -> changed.accept(lines()));
    getStyleClass().add("column-4");
    getChildren().addAll(name, field);
  }

  private List<String> lines() {
    return field.lines();
  }

  void show(List<String> words) {
    field.show(words);
  }
}
