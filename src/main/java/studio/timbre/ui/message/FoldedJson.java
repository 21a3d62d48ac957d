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
  private final Drafting drafts;
  private final String field;
  private final String key;
  private final Consumer<Optional<String>> write;
  private final ToggleButton fold = new ToggleButton("", Icon.UNFOLD.node());
  private Optional<JsonArea> area = Optional.empty();
  private String json = "";

  /**
   * @param field the name of this place among the drafts
   * @param write takes the new value, or nothing where the key is taken out
   */
  FoldedJson(
      Texts texts,
      Work work,
      Drafting drafts,
      String field,
      String key,
      Consumer<Optional<String>> write) {
    this.texts = texts;
    this.work = work;
    this.drafts = drafts;
    this.field = field;
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
            texts.get("message.key.remove", key),
            () -> {
              drafts.forget(field);
              write.accept(Optional.empty());
            });
    var head = new HBox(fold, remove);
    head.getStyleClass().add("row-4");
    getChildren().add(head);
    fold.selectedProperty().subscribe(this::open);
  }

  /** A key of the conversation itself. */
  public static FoldedJson ofConversation(
      Texts texts, Work work, Drafting drafts, String key, Consumer<Optional<String>> write) {
    return new FoldedJson(texts, work, drafts, JsonFields.ofConversation(key), key, write);
  }

  /** A draft is unfolded. */
  public void show(String value) {
    json = value;
    area.ifPresent(shown -> shown.show(value));
    if (drafts.text(field).isPresent()) {
      fold.setSelected(true);
    }
  }

  public void keep() {
    area.ifPresent(JsonArea::keep);
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
              texts,
              work,
              drafts,
              field,
              key,
              JsonTexts::faultInValue,
              value -> write.accept(Optional.of(value)));
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
