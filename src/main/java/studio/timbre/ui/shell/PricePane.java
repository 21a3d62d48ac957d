package studio.timbre.ui.shell;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import javafx.geometry.VPos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import studio.timbre.model.CatalogueEntry;
import studio.timbre.ui.fx.ModelWords;
import studio.timbre.ui.fx.Texts;
import studio.timbre.ui.fx.TypedNumber;

/** Where the price comes from, and the choice of model and epochs that it is for. */
final class PricePane extends VBox {
  private static final int MOST_EPOCHS = 50;

  private final StatusViewModel model;
  private final Texts texts;
  private final GridPane facts = new GridPane();

  /** @param compare shows what all models cost, once what this pane came up in is gone */
  PricePane(StatusViewModel model, Texts texts, Runnable compare) {
    this.model = model;
    this.texts = texts;
    getStyleClass().addAll("price-pane", "column-16");
    facts.getStyleClass().add("facts");
    getChildren().addAll(title(), models(), epochs(), facts, all(compare), note());
    model.figures().subscribe(figures -> figures.ifPresent(this::showFacts));
  }

  private Label title() {
    var title = new Label(texts.get("price.title"));
    title.getStyleClass().add("section-title");
    return title;
  }

  private VBox models() {
    var box = new ComboBox<CatalogueEntry>();
    box.getItems().setAll(model.catalogue().stream().filter(PricePane::isShown).toList());
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(CatalogueEntry entry) {
            return entry == null
                ? ""
                : ModelWords.name(texts, entry.model()) + " · " + entry.provider();
          }

          @Override
          public CatalogueEntry fromString(String text) {
            throw new UnsupportedOperationException("the box is not edited");
          }
        });
    model.figures().get().ifPresent(figures -> box.setValue(figures.model()));
    box.setMaxWidth(Double.MAX_VALUE);
    box.setOnAction(event -> model.choose(box.getValue()));
    return field(texts.get("price.model"), box);
  }

  /** Models that still answer, whose tokens can be counted and whose training has a price by tokens. */
  private static boolean isShown(CatalogueEntry entry) {
    return entry.trainingUsdPerMillionTokens().isPresent()
        && entry.encoding().isPresent()
        && !entry.status().equals("shut down")
        && !entry.status().equals("historic");
  }

  private VBox epochs() {
    int now = model.figures().get().map(figures -> figures.estimate().epochs()).orElse(1);
    boolean chosen =
        model.figures().get().map(figures -> figures.chosenEpochs().isPresent()).orElse(false);
    var spinner = new Spinner<Integer>(1, MOST_EPOCHS, now);
    spinner.setEditable(true);
    var steps = spinner.getValueFactory();
    steps.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(Integer value) {
            return String.valueOf(value);
          }

          /** What is no number leaves it as it was, and what is too large becomes the most. */
          @Override
          public Integer fromString(String typed) {
            var number = TypedNumber.parseCount(typed);
            return number.isPresent()
                ? (int) Math.clamp(Math.round(number.getAsDouble()), 1, MOST_EPOCHS)
                : steps.getValue();
          }
        });
    var editor = spinner.getEditor();
    Runnable asItIs = () -> editor.setText(String.valueOf(spinner.getValue()));
    editor.setOnAction(
        event -> {
          spinner.commitValue();
          asItIs.run();
        });
    // The spinner has taken what was typed by now.
    spinner.focusedProperty().subscribe(focused -> asItIs.run());
    var byRule = new ToggleButton(texts.get("price.epochs.rule"));
    byRule.setSelected(!chosen);
    spinner.disableProperty().bind(byRule.selectedProperty());
    spinner
        .valueProperty()
        .addListener(
            (value, before, after) -> {
              if (!byRule.isSelected()) {
                model.chooseEpochs(OptionalInt.of(after));
              }
            });
    byRule.setOnAction(
        event ->
            model.chooseEpochs(
                byRule.isSelected() ? OptionalInt.empty() : OptionalInt.of(spinner.getValue())));
    model
        .figures()
        .subscribe(
            figures ->
                figures
                    .filter(read -> byRule.isSelected())
                    .ifPresent(
                        read -> spinner.getValueFactory().setValue(read.estimate().epochs())));
    var row = new HBox(spinner, byRule);
    row.getStyleClass().add("row-8");
    return field(texts.get("price.epochs"), row);
  }

  private static VBox field(String name, javafx.scene.Node control) {
    var label = new Label(name);
    label.getStyleClass().add("strong");
    label.setWrapText(true);
    label.setMinHeight(USE_PREF_SIZE);
    label.setLabelFor(control);
    control.setAccessibleText(name);
    var box = new VBox(label, control);
    box.getStyleClass().add("column-4");
    return box;
  }

  private void showFacts(StatusViewModel.Figures read) {
    facts.getChildren().clear();
    var entry = read.model();
    var estimate = read.estimate();
    row(texts.get("price.examples"), texts.number(estimate.examples()));
    row(texts.get("price.billed"), texts.number(estimate.billedTokens()));
    row(texts.get("price.perMillion"), money(entry.trainingUsdPerMillionTokens()));
    row(texts.get("price.cost"), money(estimate.costUsd()));
    if (estimate.overLimit() > 0) {
      row(texts.get("price.cut"), texts.number(estimate.overLimit()));
    }
    entry.lastNewJobDate().ifPresent(day -> row(texts.get("price.lastJob"), texts.date(day)));
    entry.newJobsCloseOn().ifPresent(day -> row(texts.get("price.closes"), texts.date(day)));
    entry.shutdownDate().ifPresent(day -> row(texts.get("price.shutdown"), texts.date(day)));
    row(texts.get("price.source"), entry.source());
    row(texts.get("price.asOf"), ModelWords.read(texts, entry.asOf()));
  }

  private String money(OptionalDouble usd) {
    return usd.isPresent() ? texts.money(usd.getAsDouble()) : texts.get("price.unknown");
  }

  private void row(String name, String value) {
    var left = new Label(name);
    left.getStyleClass().add("muted");
    left.setMinWidth(USE_PREF_SIZE);
    var right = new Label(value);
    right.setWrapText(true);
    right.setMinHeight(USE_PREF_SIZE);
    GridPane.setValignment(left, VPos.TOP);
    facts.addRow(facts.getRowCount(), left, right);
  }

  private Hyperlink all(Runnable compare) {
    var all = new Hyperlink(texts.get("price.all"));
    all.setId("price-all");
    all.setOnAction(
        event -> {
          getScene().getWindow().hide();
          compare.run();
        });
    return all;
  }

  private Label note() {
    var note = new Label(texts.get("price.note"));
    note.setWrapText(true);
    note.setMinHeight(USE_PREF_SIZE);
    note.getStyleClass().addAll("muted", "small-text");
    return note;
  }
}
