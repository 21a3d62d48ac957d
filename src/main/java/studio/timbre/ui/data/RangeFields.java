package studio.timbre.ui.data;

import java.util.EnumMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.timbre.ui.fx.Texts;

/** Two numbers between which conversations are looked for. What cannot be a range stays as it was typed, and filters nothing. */
final class RangeFields extends VBox {
  private final FilterViewModel model;
  private final Texts texts;
  private final TextField from = new TextField();
  private final TextField to = new TextField();
  private final Label problem = new Label();
  private final Map<FilterGroup, TypedRange> wrong = new EnumMap<>(FilterGroup.class);

  RangeFields(FilterViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    getStyleClass().add("range-fields");
    from.setId("range-from");
    to.setId("range-to");
    problem.setId("range-problem");
    problem.setWrapText(true);
    problem.getStyleClass().add("danger-text");
    problem.setMinHeight(Region.USE_PREF_SIZE);
    setMinHeight(Region.USE_PREF_SIZE);
    problem.managedProperty().bind(problem.visibleProperty());
    var apply = new Button(texts.get("data.range.apply"));
    apply.setId("range-apply");
    apply.getStyleClass().add("small");
    apply.setOnAction(event -> apply());
    apply.setMinWidth(Region.USE_PREF_SIZE);
    for (var field : new TextField[] {from, to}) {
      field.getStyleClass().add("small");
      field.setOnAction(event -> apply());
    }
    var row = new HBox(word("data.range.word.from"), from, word("data.range.word.to"), to, apply);
    row.getStyleClass().add("row-8");
    getChildren().addAll(row, problem);
    managedProperty().bind(visibleProperty());
    model.group().subscribe(group -> show());
    model.inForce().subscribe(inForce -> show());
  }

  private Node word(String key) {
    var label = new Label(texts.get(key));
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  private void show() {
    var group = model.group().get();
    setVisible(group.isRange());
    if (group.isRange()) {
      var typed = wrong.getOrDefault(group, TypedRange.of(model.range(group)));
      from.setText(typed.from());
      to.setText(typed.to());
      from.setAccessibleText(texts.get("data.range.field.from", model.name(group)));
      to.setAccessibleText(texts.get("data.range.field.to", model.name(group)));
      say(typed, group);
    }
  }

  private void say(TypedRange typed, FilterGroup group) {
    var key = typed.problem(group);
    problem.setText(key.map(texts::get).orElse(""));
    problem.setVisible(key.isPresent());
    from.setAccessibleHelp(problem.getText());
    to.setAccessibleHelp(problem.getText());
  }

  private void apply() {
    var group = model.group().get();
    var typed = new TypedRange(from.getText(), to.getText());
    if (typed.problem(group).isPresent()) {
      wrong.put(group, typed);
      say(typed, group);
    } else {
      wrong.remove(group);
      model.choose(group, typed.range());
      show();
    }
  }
}
