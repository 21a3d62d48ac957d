package studio.timbre.ui.train;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import studio.timbre.model.Projection;
import studio.timbre.model.TrainingSpec;
import studio.timbre.ui.fx.Texts;

/** All numbers of a run, each with a line that explains it and with its fault beside it. */
final class NumbersPane extends GridPane {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
  private static final List<SpecNumber> BEFORE_SCHEDULE =
      List.of(SpecNumber.EPOCHS, SpecNumber.LEARNING_RATE);

  private final NumbersForm form;
  private final Texts texts;
  private int row;

  NumbersPane(NumbersForm form, Texts texts) {
    this.form = form;
    this.texts = texts;
    getStyleClass().add("numbers");
    var names = new ColumnConstraints(160);
    var fields = new ColumnConstraints(160);
    var helps = new ColumnConstraints();
    helps.setHgrow(Priority.ALWAYS);
    getColumnConstraints().addAll(names, fields, helps);
    BEFORE_SCHEDULE.forEach(this::add);
    addSchedule();
    for (var number : SpecNumber.values()) {
      if (!BEFORE_SCHEDULE.contains(number)) {
        add(number);
      }
      if (number == SpecNumber.ALPHA) {
        addProjections();
      }
    }
  }

  private void add(SpecNumber number) {
    var field = new TextField();
    field.setId("number-" + number.name().toLowerCase(java.util.Locale.ROOT));
    field.textProperty().bindBidirectional(form.text(number));
    var help = help(number.key());
    var wrong = new Label();
    wrong.getStyleClass().addAll("number-wrong", "small-text");
    wrong.setWrapText(true);
    var problem = form.problem(number);
    problem.subscribe(
        text -> {
          boolean bad = !text.isEmpty();
          wrong.setText(text);
          wrong.setVisible(bad);
          wrong.setManaged(bad);
          field.pseudoClassStateChanged(WRONG, bad);
          field.setAccessibleText(texts.get(number.key()));
          field.setAccessibleHelp(bad ? text : help.getText());
        });
    put(number.key(), field, new VBox(help, wrong));
  }

  private void addSchedule() {
    var choice = new ChoiceBox<TrainingSpec.Schedule>();
    choice.setId("number-schedule");
    choice.getItems().setAll(TrainingSpec.Schedule.values());
    choice.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(TrainingSpec.@Nullable Schedule schedule) {
            return schedule == null ? "" : TrainTexts.schedule(texts, schedule);
          }

          @Override
          public TrainingSpec.Schedule fromString(String text) {
            throw new UnsupportedOperationException("nothing is typed here");
          }
        });
    choice.valueProperty().bindBidirectional(form.schedule());
    choice.setMaxWidth(Double.MAX_VALUE);
    choice.setAccessibleText(texts.get("train.number.schedule"));
    put("train.number.schedule", choice, help("train.number.schedule"));
  }

  private void addProjections() {
    var boxes = new FlowPane();
    boxes.getStyleClass().add("projections");
    for (var projection : Projection.values()) {
      var box = new CheckBox(projection.shortName());
      box.setMnemonicParsing(false);
      box.selectedProperty().bindBidirectional(form.projection(projection));
      boxes.getChildren().add(box);
    }
    var name = new Label(texts.get("train.number.projections"));
    add(name, 0, row);
    add(new VBox(help("train.number.projections"), boxes), 1, row, 2, 1);
    row++;
  }

  private Label help(String key) {
    var help = new Label(texts.get(key + ".help"));
    help.setWrapText(true);
    help.getStyleClass().addAll("muted", "small-text");
    return help;
  }

  private void put(String key, javafx.scene.Node field, javafx.scene.Node explanation) {
    var name = new Label(texts.get(key));
    name.setLabelFor(field);
    name.setWrapText(true);
    addRow(row++, name, field, explanation);
  }
}
