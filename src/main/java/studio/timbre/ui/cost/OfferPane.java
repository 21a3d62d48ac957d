package studio.timbre.ui.cost;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import studio.timbre.app.CostReport.Offer;
import studio.timbre.model.CatalogueEntry;
import studio.timbre.model.CountingWay;
import studio.timbre.model.TokenRange;
import studio.timbre.model.TrainingTerms.Served;
import studio.timbre.ui.fx.ModelWords;
import studio.timbre.ui.fx.Texts;

/** How the price of one model comes about: figures, terms, notes, and where they stand. */
final class OfferPane extends VBox {
  private final Texts texts;
  private final OfferWords words;
  private final CatalogueNotes notes;
  private final Label title = new Label();
  private final Button choose = new Button();
  private final VBox facts = new VBox();
  private Runnable act = () -> {};

  OfferPane(Texts texts) {
    this.texts = texts;
    this.words = new OfferWords(texts);
    this.notes = new CatalogueNotes(texts);
    setId("offer");
    getStyleClass().addAll("offer-pane", "column-8");
    title.getStyleClass().add("section-title");
    title.setMinWidth(0);
    title.setWrapText(true);
    title.setMinHeight(USE_PREF_SIZE);
    HBox.setHgrow(title, Priority.ALWAYS);
    title.setMaxWidth(Double.MAX_VALUE);
    choose.setId("offer-choose");
    choose.setMnemonicParsing(false);
    choose.setMinWidth(USE_PREF_SIZE);
    choose.setOnAction(event -> act.run());
    var head = new HBox(title, choose);
    head.getStyleClass().addAll("row-8");
    facts.getStyleClass().add("column-4");
    var scroll = new ScrollPane(facts);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("plain-scroll");
    scroll.setAccessibleText(texts.get("cost.details"));
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(head, scroll);
  }

  /** Shows a line of the table; none while there is none. */
  void show(Optional<Offer> shown, Optional<CatalogueEntry> chosen, Consumer<Offer> choosing) {
    setVisible(shown.isPresent());
    setManaged(shown.isPresent());
    facts.getChildren().clear();
    shown.ifPresent(
        offer -> {
          boolean isChosen = chosen.equals(Optional.of(offer.price().line()));
          title.setText(
              ModelWords.name(texts, offer.price().model())
                  + " · "
                  + offer.price().line().provider());
          choose.setText(texts.get(isChosen ? "cost.isChosen" : "cost.choose"));
          choose.setDisable(isChosen);
          act = () -> choosing.accept(offer);
          fill(offer);
        });
  }

  private void fill(Offer offer) {
    var price = offer.price();
    var line = price.line();
    words.endsEarly(price).ifPresent(sentence -> add(sentence, "warning-text"));
    var figures = new FlowPane();
    figures.getStyleClass().add("offer-figures");
    figure(figures, "cost.fact.epochs", words.epochs(price.training()));
    figure(
        figures, "cost.fact.billed", tokens(price.training().billed()) + " · " + way(offer.way()));
    figure(figures, "cost.fact.perMillion", price(line.trainingUsdPerMillionTokens()));
    figure(figures, "cost.fact.training", words.full(price.training().usd()));
    figure(figures, "cost.fact.asked", price(line.inputUsdPerMillion()));
    figure(figures, "cost.fact.answered", price(line.outputUsdPerMillion()));
    boolean isByTokens = line.terms().served().equals(Optional.of(Served.TOKENS));
    figure(
        figures,
        "cost.fact.hour",
        isByTokens ? texts.get("cost.noCharge") : price(line.hostingUsdPerHour()));
    figure(figures, "cost.fact.month", words.full(price.running()));
    facts.getChildren().add(figures);
    add(String.join(" ", words.terms(price)), "muted");
    if (!line.notes().isEmpty()) {
      add(notes.of(line.notes()), "muted");
    }
    add(texts.get("cost.source", line.source(), ModelWords.read(texts, line.asOf())), "muted");
  }

  private String price(OptionalDouble usd) {
    return usd.isPresent() ? texts.money(usd.getAsDouble()) : texts.get("price.unknown");
  }

  private String tokens(TokenRange tokens) {
    return tokens.isExact()
        ? texts.number(tokens.high())
        : texts.get("price.between", texts.number(tokens.low()), texts.number(tokens.high()));
  }

  private String way(CountingWay way) {
    return texts.get("cost.way." + way.kind());
  }

  private void figure(FlowPane figures, String key, String value) {
    var name = new Label(texts.get(key));
    name.getStyleClass().addAll("muted", "small-text");
    var shown = new Label(value);
    shown.setWrapText(true);
    name.setLabelFor(shown);
    figures.getChildren().add(new VBox(name, shown));
  }

  private void add(String text, String style) {
    var label = new Label(text);
    label.setWrapText(true);
    label.getStyleClass().addAll("small-text", style);
    facts.getChildren().add(label);
  }
}
