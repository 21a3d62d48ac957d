package studio.timbre.ui.hear;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.TextFormatter;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import studio.timbre.ui.fx.Icon;
import studio.timbre.ui.fx.Texts;

/** How an answer is to be spoken: a held-out question, temperature, seed and length. */
final class HearSettings extends FlowPane {
  private static final double HOTTEST = 1.5;
  private static final int MOST_TOKENS = 2048;

  private final HearViewModel model;
  private final Texts texts;

  HearSettings(HearViewModel model, Texts texts, Node questions) {
    this.model = model;
    this.texts = texts;
    getStyleClass().add("hear-settings");
    getChildren().addAll(questions, temperature(), seed(), longest());
  }

  private HBox temperature() {
    var slider = new Slider(0, HOTTEST, model.temperature().get());
    slider.setId("hear-temperature");
    slider.setBlockIncrement(0.1);
    slider.getStyleClass().add("small");
    slider.valueProperty().bindBidirectional(model.temperature());
    slider.setAccessibleText(texts.get("hear.temperature"));
    slider.setTooltip(new Tooltip(texts.get("hear.temperature.help")));
    var value = new Label();
    value.getStyleClass().add("temperature-value");
    model.temperature().subscribe(now -> value.setText(texts.number(now.doubleValue(), 1)));
    return row("hear.temperature", slider, value);
  }

  private HBox seed() {
    var field = new TextField(Long.toString(model.seed().get()));
    field.setId("hear-seed");
    field.setPrefColumnCount(6);
    field.setTextFormatter(digits(9));
    field.setTooltip(new Tooltip(texts.get("hear.seed.help")));
    field.setAccessibleText(texts.get("hear.seed"));
    field
        .textProperty()
        .subscribe(text -> model.seed().set(text.isEmpty() ? 0 : Long.parseLong(text)));
    model
        .seed()
        .subscribe(
            seed -> {
              if (!field.getText().isEmpty() || seed.longValue() != 0) {
                field.setText(Long.toString(seed.longValue()));
              }
            });
    var dice = new Button("", Icon.DICE.node());
    dice.setId("hear-dice");
    dice.getStyleClass().add("button-icon");
    dice.setAccessibleText(texts.get("hear.dice"));
    dice.setTooltip(new Tooltip(texts.get("hear.dice")));
    dice.setOnAction(event -> model.roll());
    return row("hear.seed", field, dice);
  }

  private HBox longest() {
    var field = new TextField(Integer.toString(model.longest().get()));
    field.setId("hear-longest");
    field.setPrefColumnCount(4);
    field.setTextFormatter(digits(4));
    field.setAccessibleText(texts.get("hear.longest"));
    field
        .textProperty()
        .subscribe(
            text -> {
              if (!text.isEmpty()) {
                model.longest().set(Math.clamp(Integer.parseInt(text), 1, MOST_TOKENS));
              }
            });
    return row("hear.longest", field);
  }

  private static TextFormatter<String> digits(int most) {
    return new TextFormatter<>(
        change -> change.getControlNewText().matches("\\d{0," + most + "}") ? change : null);
  }

  private HBox row(String key, Node... fields) {
    var label = new Label(texts.get(key));
    label.setLabelFor(fields[0]);
    label.setMinWidth(Region.USE_PREF_SIZE);
    var row = new HBox(label);
    row.getChildren().addAll(fields);
    row.getStyleClass().add("row-8");
    return row;
  }
}
