package studio.timbre.ui.message;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.timbre.app.JsonTexts;
import studio.timbre.ui.fx.Icon;
import studio.timbre.ui.fx.Texts;
import studio.timbre.ui.fx.Work;

/** A key of the file that Timbre carries through: its name, and its value to unfold, read and edit as JSON. */
public final class FoldedJson extends VBox {
  private final Texts texts;
  private final Work work;
  private final String key;
  private final Consumer<Optional<String>> write;
  private final ToggleButton fold = new ToggleButton("", Icon.UNFOLD.node());
  private Optional<JsonArea> area = Optional.empty();
  private String json = "";

  /**
   * @param write takes the new value, or nothing where the key is taken out
   */
  public FoldedJson(Texts texts, Work work, String key, Consumer<Optional<String>> write) {
    this.texts = texts;
    this.work = work;
    this.key = key;
    this.write = write;
    getStyleClass().add("column-4");
    fold.setText(texts.get("message.untouched", key));
    fold.setMnemonicParsing(false);
    fold.getStyleClass().addAll("flat", "fold-button");
    fold.setWrapText(true);
    fold.setMinHeight(Region.USE_PREF_SIZE);
    fold.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(fold, Priority.ALWAYS);
    var remove =
        PieceButton.remove(
            texts.get("message.key.remove", key), () -> write.accept(Optional.empty()));
    var head = new HBox(fold, remove);
    head.getStyleClass().add("row-4");
    getChildren().add(head);
    fold.selectedProperty().subscribe(this::open);
  }

  public void show(String value) {
    json = value;
    area.ifPresent(shown -> shown.show(value));
  }

  public void commit() {
    area.ifPresent(JsonArea::commit);
  }

  public void drop() {
    area.ifPresent(JsonArea::drop);
  }

  private void open(boolean open) {
    if (open && area.isEmpty()) {
      var made =
          new JsonArea(
              texts, work, key, JsonTexts::faultInValue, value -> write.accept(Optional.of(value)));
      made.show(json);
      area = Optional.of(made);
      getChildren().add(made);
    }
    area.ifPresent(
        shown -> {
          shown.setVisible(open);
          shown.setManaged(open);
        });
  }
}
