package studio.timbre.ui.cost;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import studio.timbre.app.CostReport;
import studio.timbre.model.CatalogueEntry;
import studio.timbre.model.TrainingTerms.OpenTo;
import studio.timbre.ui.fx.Texts;

/** How the model will be used, and where the person is a customer already. */
final class UsePane extends FlowPane {
  private final Texts texts;
  private final FormField prompt;
  private final FormField answer;
  private final Label wrong = new Label();

  UsePane(CostViewModel model, Texts texts, List<CatalogueEntry> catalogue) {
    this.texts = texts;
    var form = model.form();
    getStyleClass().add("use-pane");
    prompt = new FormField("cost-prompt", texts.get("cost.use.prompt"), form.prompt());
    answer = new FormField("cost-answer", texts.get("cost.use.answer"), form.answer());
    var epochs = new FormField("cost-epochs", texts.get("cost.use.epochs"), form.epochs());
    epochs.setUsual(texts.get("cost.use.byProvider"));
    getChildren()
        .addAll(
            new FormField("cost-calls", texts.get("cost.use.calls"), form.calls()),
            prompt,
            answer,
            new FormField("cost-hours", texts.get("cost.use.hours"), form.hours()),
            epochs);
    wrong.setId("cost-wrong");
    wrong.setWrapText(true);
    wrong.getStyleClass().addAll("danger-text", "small-text");
    wrong.prefWidthProperty().bind(widthProperty());
    wrong.managedProperty().bind(wrong.visibleProperty());
    wrong.visibleProperty().bind(wrong.textProperty().isNotEmpty());
    form.onChange(() -> sayWhatIsWrong(form));
    catalogue.stream()
        .filter(line -> line.terms().openTo() != OpenTo.EVERYBODY)
        .map(CatalogueEntry::provider)
        .distinct()
        .forEach(provider -> getChildren().add(customer(model, provider)));
    // In a row of its own, below the others.
    getChildren().add(wrong);
  }

  private void sayWhatIsWrong(UseForm form) {
    var fields =
        Map.of(
            "cost.use.calls", form.calls(),
            "cost.use.prompt", form.prompt(),
            "cost.use.answer", form.answer(),
            "cost.use.hours", form.hours(),
            "cost.use.epochs", form.epochs());
    wrong.setText(
        fields.entrySet().stream()
            .filter(entry -> entry.getValue().isWrong())
            .map(
                entry ->
                    texts.get(
                        entry.getValue().isOpenAbove() ? "cost.use.wrong.least" : "cost.use.wrong",
                        texts.get(entry.getKey()),
                        texts.number((long) entry.getValue().least()),
                        texts.number((long) entry.getValue().most())))
            .sorted()
            .collect(Collectors.joining("\n")));
  }

  /** Says what an average call of the data is, where nothing else is typed. */
  void show(CostReport report) {
    var usual = report.usual();
    prompt.setUsual(texts.get("cost.use.ofData", texts.number(Math.round(usual.promptTokens()))));
    answer.setUsual(texts.get("cost.use.ofData", texts.number(Math.round(usual.answerTokens()))));
  }

  private Node customer(CostViewModel model, String provider) {
    String name = texts.get("cost.customer", provider.split(" / ")[0]);
    var box = new ChoiceBox<Optional<Boolean>>();
    box.setId("cost-customer-" + provider.replaceAll("[^A-Za-z]+", "-"));
    box.setAccessibleText(name);
    box.getItems().setAll(List.of(Optional.empty(), Optional.of(true), Optional.of(false)));
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable Optional<Boolean> said) {
            return texts.get(
                said == null || said.isEmpty()
                    ? "cost.customer.unsaid"
                    : said.get() ? "cost.customer.yes" : "cost.customer.no");
          }

          @Override
          public Optional<Boolean> fromString(String text) {
            throw new UnsupportedOperationException("nothing is typed here");
          }
        });
    box.setValue(model.customer().get().of(provider));
    box.valueProperty()
        .addListener(
            (value, before, said) ->
                model.customer().set(model.customer().get().with(provider, said)));
    var label = new Label(name);
    label.setLabelFor(box);
    label.getStyleClass().add("small-text");
    var both = new VBox(label, box);
    both.getStyleClass().add("column-4");
    return both;
  }
}
