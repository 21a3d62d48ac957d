package studio.timbre.ui.train;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import studio.timbre.ui.control.ChoiceCard;
import studio.timbre.ui.fx.Texts;

/** Gentle, Balanced, Strong. */
final class PresetCards extends VBox {
  private final TrainViewModel model;
  private final Map<Preset, ChoiceCard> cards = new EnumMap<>(Preset.class);
  private final Label own = new Label();

  PresetCards(TrainViewModel model, Texts texts) {
    this.model = model;
    getStyleClass().add("column-8");
    var title = new Label(texts.get("train.strength"));
    title.getStyleClass().add("section-title");
    var group = new ToggleGroup();
    var row = new GridPane();
    row.getStyleClass().add("preset-cards");
    for (var preset : Preset.values()) {
      var card = card(texts, preset, group);
      cards.put(preset, card);
      var column = new ColumnConstraints();
      column.setPercentWidth(100.0 / Preset.values().length);
      row.getColumnConstraints().add(column);
      row.addRow(0, card);
      GridPane.setFillHeight(card, true);
      card.setMaxHeight(Double.MAX_VALUE);
    }
    own.setText(texts.get("train.preset.own.text"));
    own.getStyleClass().add("muted");
    own.setWrapText(true);
    getChildren().addAll(title, row, own);
    model.numbers().spec().subscribe(spec -> show(model.preset()));
  }

  private ChoiceCard card(Texts texts, Preset preset, ToggleGroup group) {
    var name = new Label(TrainTexts.name(texts, preset));
    name.getStyleClass().add("strong");
    var text = new Label(TrainTexts.explanation(texts, preset));
    text.setWrapText(true);
    var numbers = new Label(TrainTexts.numbers(texts, preset));
    numbers.setWrapText(true);
    numbers.getStyleClass().addAll("muted", "small-text");
    var card =
        new ChoiceCard(
            group,
            String.join(", ", name.getText(), text.getText(), numbers.getText()),
            name,
            text,
            numbers);
    card.setId("preset-" + preset.name().toLowerCase(java.util.Locale.ROOT));
    card.getStyleClass().add("preset-card");
    // The arrow keys choose without an action.
    card.selectedProperty()
        .subscribe(
            chosen -> {
              if (chosen && !model.preset().equals(Optional.of(preset))) {
                model.use(preset);
              }
            });
    return card;
  }

  private void show(Optional<Preset> chosen) {
    cards.forEach((preset, card) -> card.setSelected(chosen.equals(Optional.of(preset))));
    // It keeps its line, so that nothing moves under the hand that types the numbers.
    own.setVisible(chosen.isEmpty());
  }
}
