package studio.timbre.ui.train;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import studio.timbre.ui.fx.Texts;

/** The numbers that this provider takes for this method, each with a line that explains it; an empty one is the provider's choice. */
final class ApiNumbersPane extends GridPane {
  static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  /** What stands in the line of one number. */
  private record Line(Label name, TextField field, VBox explanation) {}

  private final ApiRecipeForm form;
  private final Texts texts;
  private final Map<ApiNumber, Line> lines = new EnumMap<>(ApiNumber.class);

  ApiNumbersPane(ApiRecipeForm form, Texts texts) {
    this.form = form;
    this.texts = texts;
    getStyleClass().add("numbers");
    var names = new ColumnConstraints(160);
    var fields = new ColumnConstraints(160);
    var helps = new ColumnConstraints();
    helps.setHgrow(Priority.ALWAYS);
    getColumnConstraints().addAll(names, fields, helps);
    for (var number : ApiNumber.values()) {
      lines.put(number, line(number));
    }
    form.method().subscribe(method -> offer());
    form.provider().subscribe(provider -> offer());
  }

  private Line line(ApiNumber number) {
    var field = new TextField();
    field.setId("api-number-" + number.name().toLowerCase(Locale.ROOT));
    field.setPromptText(texts.get("api.number.left"));
    field.textProperty().bindBidirectional(form.text(number));
    field.setAccessibleText(texts.get(number.key()));
    var help = new Label(texts.get(number.key() + ".help"));
    help.setWrapText(true);
    help.getStyleClass().addAll("muted", "small-text");
    var wrong = new Label(range(number));
    wrong.getStyleClass().addAll("number-wrong", "small-text");
    wrong.setWrapText(true);
    wrong.managedProperty().bind(wrong.visibleProperty());
    form.text(number)
        .subscribe(
            text -> {
              boolean isBad = !form.isRight(number);
              wrong.setVisible(isBad);
              field.pseudoClassStateChanged(WRONG, isBad);
              field.setAccessibleHelp(isBad ? wrong.getText() : help.getText());
            });
    var name = new Label(texts.get(number.key()));
    name.setLabelFor(field);
    name.setWrapText(true);
    return new Line(name, field, new VBox(help, wrong));
  }

  private String range(ApiNumber number) {
    return texts.get(
        number.isWhole() ? "train.range.whole" : "train.range",
        number.least(texts.locale()),
        number.most(texts.locale()));
  }

  private void offer() {
    getChildren().clear();
    int row = 0;
    for (var number : form.offered()) {
      var line = lines.get(number);
      addRow(row++, new Node[] {line.name(), line.field(), line.explanation()});
    }
  }
}
