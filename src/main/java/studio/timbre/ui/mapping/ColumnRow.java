package studio.timbre.ui.mapping;

import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import studio.timbre.model.TableMapping.Use;
import studio.timbre.model.TableShape;
import studio.timbre.ui.control.Choices;
import studio.timbre.ui.control.ReadingDirection;
import studio.timbre.ui.fx.Texts;

/** One column: its name, what stands in it, and what it means. */
final class ColumnRow extends HBox {
  private static final int SAMPLES = 3;
  private static final int LONGEST = 160;

  private final Texts texts;
  private final Label name = new Label();
  private final List<Label> samples;
  private final ComboBox<Use> use;

  ColumnRow(MappingViewModel model, Texts texts, int column) {
    this.texts = texts;
    use =
        Choices.box(
            "mapping-column-" + column,
            one -> UseWords.of(texts, one),
            chosen -> model.use(column, chosen));
    use.getStyleClass().add("mapping-use");
    name.getStyleClass().addAll("strong", "excerpt");
    samples = java.util.stream.Stream.generate(Label::new).limit(SAMPLES).toList();
    samples.forEach(sample -> sample.getStyleClass().addAll("small-text", "muted", "excerpt"));
    var text = new VBox(name);
    text.getChildren().addAll(samples);
    text.getStyleClass().add("mapping-samples");
    text.setMinWidth(0);
    text.setPrefWidth(0);
    HBox.setHgrow(text, Priority.ALWAYS);
    getChildren().addAll(text, use);
    getStyleClass().add("mapping-column");
  }

  /**
   * @param title what the column is called
   * @param values what stands in it, from the top
   */
  void show(String title, List<String> values, TableShape shape, Use now) {
    name.setText(title);
    use.setAccessibleText(texts.get("mapping.column.means", title));
    var said =
        values.stream()
            .filter(value -> !value.isBlank())
            .distinct()
            .limit(SAMPLES)
            .map(ColumnRow::start)
            .toList();
    for (int i = 0; i < SAMPLES; i++) {
      var sample = samples.get(i);
      boolean there = i < said.size();
      sample.setVisible(there);
      sample.setManaged(there);
      sample.setText(there ? said.get(i) : "");
      ReadingDirection.turn(sample, sample.getText());
    }
    if (said.isEmpty()) {
      samples.getFirst().setVisible(true);
      samples.getFirst().setManaged(true);
      samples.getFirst().setText(texts.get("mapping.column.empty"));
    }
    Choices.fill(use, UseWords.choices(shape, now), now);
    getStyleClass().remove("aside");
    if (now == Use.KEPT || now == Use.LEFT_OUT) {
      getStyleClass().add("aside");
    }
  }

  private static String start(String value) {
    String line = value.strip().replaceAll("\\s+", " ");
    return line.length() > LONGEST ? line.substring(0, LONGEST) : line;
  }
}
