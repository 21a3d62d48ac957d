package studio.timbre.ui.train;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import studio.timbre.ui.control.ChoiceCard;
import studio.timbre.ui.control.EqualColumns;
import studio.timbre.ui.fx.Texts;

/** All left to the provider, Gentle, Balanced, Strong; each with what it means at this provider. */
final class ApiPresetCards extends VBox {
  private static final double NARROWEST = 152;

  private final ApiRecipeForm form;
  private final Texts texts;
  private final Map<ApiPreset, ChoiceCard> cards = new EnumMap<>(ApiPreset.class);
  private final Map<ApiPreset, Label> meanings = new EnumMap<>(ApiPreset.class);
  private final Label own = new Label();

  ApiPresetCards(ApiRecipeForm form, Texts texts) {
    this.form = form;
    this.texts = texts;
    getStyleClass().add("column-8");
    var title = new Label(texts.get("train.strength"));
    title.getStyleClass().add("section-title");
    var group = new ToggleGroup();
    var row = new EqualColumns(NARROWEST);
    for (var preset : ApiPreset.values()) {
      row.getChildren().add(card(preset, group));
    }
    own.setText(texts.get("train.preset.own.text"));
    own.getStyleClass().add("muted");
    own.setWrapText(true);
    getChildren().addAll(title, row, own);
    form.recipe().subscribe(recipe -> show(form.preset()));
    form.provider().subscribe(provider -> explain());
    for (var number : ApiNumber.values()) {
      form.text(number).subscribe(text -> show(form.preset()));
    }
  }

  private ChoiceCard card(ApiPreset preset, ToggleGroup group) {
    var name = new Label(ApiTexts.name(texts, preset));
    name.getStyleClass().add("strong");
    name.setWrapText(true);
    var text = new Label(ApiTexts.explanation(texts, preset));
    text.setWrapText(true);
    var meaning = new Label();
    meaning.setWrapText(true);
    meaning.getStyleClass().addAll("muted", "small-text");
    meanings.put(preset, meaning);
    var card = new ChoiceCard(group, "", name, text, meaning);
    card.setId("api-preset-" + preset.name().toLowerCase(Locale.ROOT));
    card.selectedProperty()
        .subscribe(
            now -> {
              if (now && !form.preset().equals(Optional.of(preset))) {
                form.use(preset);
              }
            });
    cards.put(preset, card);
    return card;
  }

  private void explain() {
    for (var preset : ApiPreset.values()) {
      var factor = preset.factor(form.abilities().learningRate());
      String meaning =
          preset == ApiPreset.LEFT
              ? texts.get("api.preset.left.numbers")
              : factor.isPresent()
                  ? texts.get(
                      "api.preset.factor",
                      Integer.parseInt(preset.epochsText()),
                      texts.number(factor.getAsDouble(), 0))
                  : texts.get("api.preset.epochs", Integer.parseInt(preset.epochsText()));
      meanings.get(preset).setText(meaning);
      cards
          .get(preset)
          .setAccessibleText(
              String.join(
                  ", ",
                  ApiTexts.name(texts, preset),
                  ApiTexts.explanation(texts, preset),
                  meaning));
    }
  }

  private void show(Optional<ApiPreset> chosen) {
    cards.forEach((preset, card) -> card.setSelected(chosen.equals(Optional.of(preset))));
    own.setVisible(chosen.isEmpty());
    own.setManaged(chosen.isEmpty());
  }
}
