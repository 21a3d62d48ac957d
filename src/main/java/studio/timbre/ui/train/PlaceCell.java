package studio.timbre.ui.train;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import studio.timbre.app.Places.Place;
import studio.timbre.ui.fx.Texts;

/** A place that a job could move to: name, price and day of the end, in one row. */
final class PlaceCell extends ListCell<Place> {
  private final Texts texts;
  private final Label name = new Label();
  private final Label facts = new Label();
  private final Label account = new Label();
  private final HBox row;

  PlaceCell(Texts texts) {
    this.texts = texts;
    name.getStyleClass().add("strong");
    facts.getStyleClass().addAll("muted", "small-text");
    account.getStyleClass().addAll("muted", "small-text");
    account.setMinWidth(Region.USE_PREF_SIZE);
    var words = new VBox(name, facts);
    words.setMinWidth(0);
    HBox.setHgrow(words, Priority.ALWAYS);
    row = new HBox(words, account);
    row.getStyleClass().add("row-16");
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable Place place, boolean empty) {
    super.updateItem(place, empty);
    if (place == null || empty) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    name.setText(MoveTexts.title(texts, place));
    facts.setText(MoveTexts.facts(texts, place));
    account.setText(place.connection().isPresent() ? "" : texts.get("move.place.noAccount"));
    setGraphic(row);
    setAccessibleText(String.join(", ", name.getText(), facts.getText(), account.getText()));
  }
}
