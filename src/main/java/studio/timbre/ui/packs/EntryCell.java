package studio.timbre.ui.packs;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import studio.timbre.app.PackEntry;
import studio.timbre.ui.control.ReadingDirection;
import studio.timbre.ui.fx.Texts;

/** An entry of the list: what they say in it first, and what is to be done. */
final class EntryCell extends ListCell<PackEntry> {
  private final MergeWords words;
  private final Label title = new Label();
  private final Label kind = new Label();
  private final VBox box = new VBox(title, kind);

  EntryCell(Texts texts) {
    words = new MergeWords(texts);
    box.setMinWidth(0);
    box.setPrefWidth(0);
    title.getStyleClass().add("excerpt");
    title.setMaxWidth(Double.MAX_VALUE);
    kind.getStyleClass().add("small-text");
  }

  @Override
  protected void updateItem(@Nullable PackEntry entry, boolean empty) {
    super.updateItem(entry, empty);
    if (empty || entry == null) {
      setGraphic(null);
      setAccessibleText("");
      return;
    }
    title.setText(words.title(entry));
    ReadingDirection.turn(title, title.getText());
    kind.setText(words.kind(entry));
    kind.getStyleClass().setAll("label", "small-text", entry.open() > 0 ? "entry-open" : "muted");
    setGraphic(box);
    setAccessibleText(words.title(entry) + ", " + words.kind(entry));
  }
}
