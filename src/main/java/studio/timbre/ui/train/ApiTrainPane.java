package studio.timbre.ui.train;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import studio.timbre.model.ApiMethod;
import studio.timbre.ui.fx.Icon;
import studio.timbre.ui.fx.Texts;

/** Everything that is chosen for a job at a provider. */
final class ApiTrainPane extends VBox {
  private final ApiTrainViewModel model;
  private final Texts texts;

  /** @param move looks where else the data could go */
  ApiTrainPane(ApiTrainViewModel model, Texts texts, Runnable move) {
    this.model = model;
    this.texts = texts;
    getStyleClass().add("train-sections");
    var numbers = new ApiNumbersPane(model.form(), texts);
    var fold = new ToggleButton("", Icon.UNFOLD.node());
    fold.setId("api-numbers");
    fold.getStyleClass().add("fold-toggle");
    fold.selectedProperty()
        .subscribe(
            open -> {
              fold.setText(texts.get(open ? "train.numbers.hide" : "train.numbers.show"));
              fold.setGraphic((open ? Icon.EXPAND : Icon.UNFOLD).node());
            });
    numbers.visibleProperty().bind(fold.selectedProperty());
    numbers.managedProperty().bind(fold.selectedProperty());
    var strength = new VBox(new ApiPresetCards(model.form(), texts), fold, numbers);
    strength.getStyleClass().add("column-8");
    getChildren()
        .addAll(models(move), new ApiMethodCards(model, texts), grader(), strength, rest());
  }

  private VBox models(Runnable move) {
    var elsewhere = new Hyperlink(texts.get("move.title"));
    elsewhere.setId("api-move");
    elsewhere.setOnAction(event -> move.run());
    var all = new VBox(new ApiModelCards(model, texts), elsewhere);
    all.getStyleClass().add("column-8");
    return all;
  }

  private VBox grader() {
    var title = new Label(texts.get("api.grader"));
    title.getStyleClass().add("section-title");
    var pane =
        new GraderPane(
            model.grader(), texts, model.graderFields(), List.of(GraderKind.values()), "grader");
    var effort = new ChoiceBox<Optional<ApiMethod.Effort>>();
    effort.setId("api-effort");
    effort.getItems().add(Optional.empty());
    for (var known : ApiMethod.Effort.values()) {
      effort.getItems().add(Optional.of(known));
    }
    effort.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable Optional<ApiMethod.Effort> known) {
            return known == null || known.isEmpty()
                ? texts.get("api.number.left")
                : texts.get("api.effort." + known.get());
          }

          @Override
          public Optional<ApiMethod.Effort> fromString(String text) {
            throw new UnsupportedOperationException("nothing is typed here");
          }
        });
    effort.valueProperty().bindBidirectional(model.form().effort());
    effort.setAccessibleText(texts.get("api.effort"));
    var effortName = new Label(texts.get("api.effort"));
    effortName.setLabelFor(effort);
    var all =
        new VBox(
            title, pane, new VBox(effortName, effort), new AnswerSchemaPane(model.form(), texts));
    all.getStyleClass().add("column-8");
    model.form().method().subscribe(kind -> put(all, kind == ApiMethodKind.REINFORCEMENT));
    return all;
  }

  private VBox rest() {
    var title = new Label(texts.get("api.rest"));
    title.getStyleClass().add("section-title");
    var validate = new CheckBox(texts.get("api.validate"));
    validate.setId("api-validate");
    validate.setMnemonicParsing(false);
    validate.setWrapText(true);
    validate.selectedProperty().bindBidirectional(model.validate());
    var budget = field("api-budget", "api.budget");
    budget.textProperty().bindBidirectional(model.budget().text());
    budget
        .textProperty()
        .subscribe(
            text ->
                budget.pseudoClassStateChanged(ApiNumbersPane.WRONG, !model.budget().isRight()));
    var suffix = field("api-suffix", "api.suffix");
    suffix.textProperty().bindBidirectional(model.form().suffix());
    var suffixBox = box(suffix, "api.suffix", "api.suffix.help");
    var tier = field("api-tier", "api.tier");
    tier.textProperty().bindBidirectional(model.form().tier());
    var tierBox = box(tier, "api.tier", "api.tier.help");
    model
        .form()
        .provider()
        .subscribe(
            provider -> {
              put(suffixBox, model.form().abilities().suffix() > 0);
              put(tierBox, model.form().abilities().tier());
            });
    model
        .form()
        .suffix()
        .subscribe(
            text ->
                suffix.pseudoClassStateChanged(
                    ApiNumbersPane.WRONG, !model.form().isSuffixRight()));
    var all =
        new VBox(title, box(budget, "api.budget", "api.budget.help"), validate, suffixBox, tierBox);
    all.getStyleClass().add("column-16");
    return all;
  }

  private TextField field(String id, String key) {
    var field = new TextField();
    field.setId(id);
    field.setAccessibleText(texts.get(key));
    field.setPrefColumnCount(16);
    field.setMaxWidth(USE_PREF_SIZE);
    return field;
  }

  private VBox box(TextField field, String key, String helpKey) {
    var name = new Label(texts.get(key));
    name.setLabelFor(field);
    name.setWrapText(true);
    var help = new Label(texts.get(helpKey));
    help.setWrapText(true);
    help.getStyleClass().addAll("muted", "small-text");
    return new VBox(name, field, help);
  }

  private static void put(Node node, boolean there) {
    node.setVisible(there);
    node.setManaged(there);
  }
}
