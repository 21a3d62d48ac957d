package studio.timbre.ui.cost;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.timbre.app.CostReport.Offer;
import studio.timbre.model.PriceRange;
import studio.timbre.model.PromptDiet;
import studio.timbre.ui.fx.ModelWords;
import studio.timbre.ui.fx.Texts;

/** What a shorter prompt saves, a line for each model. */
final class DietTable extends TableView<Offer> {
  private static final double ROW = 48;
  private static final double LEAST_NAME = 224;
  private static final double TOKENS = 112;

  /** Two ends of small amounts go over two lines, each of which is whole. */
  private static final double MONEY = 128;

  private final Texts texts;
  private final OfferWords words;

  DietTable(Texts texts) {
    this.texts = texts;
    this.words = new OfferWords(texts);
    setId("diet");
    getStyleClass().add("offers");
    setAccessibleText(texts.get("cost.diet.table"));
    setFixedCellSize(ROW);
    setPlaceholder(new Label(texts.get("cost.none")));
    getColumns()
        .setAll(
            List.of(
                CostColumn.of(
                    texts.get("cost.column.model"),
                    LEAST_NAME,
                    Function.<Offer>identity(),
                    Comparator.comparing(offer -> offer.price().model()),
                    this::name),
                tokens("cost.diet.tokens.today", PromptDiet::tokensBefore),
                tokens("cost.diet.tokens.after", PromptDiet::tokensAfter),
                money("cost.diet.usd.today", diet -> diet.before().tokens()),
                money("cost.diet.usd.after", diet -> diet.after().tokens()),
                money("cost.diet.saved", PromptDiet::savedUsd),
                money("cost.column.training", diet -> diet.after().training().usd()),
                even()));
    CostColumn.fill(this, LEAST_NAME);
    CostColumn.leave(this);
  }

  void show(List<Offer> offers) {
    var before = getSelectionModel().getSelectedIndex();
    getItems().setAll(offers);
    sort();
    getSelectionModel().clearAndSelect(Math.max(0, before));
  }

  private Region name(Offer offer) {
    var parts = OfferName.of(ModelWords.name(texts, offer.price().model()));
    var model = new Label(parts.head());
    model.getStyleClass().addAll("strong", "offer-name");
    String below = parts.below(words.where(offer.price().line()));
    var where = CostColumn.label(below, below, "muted", "small-text");
    where.setWrapText(false);
    return new VBox(model, where);
  }

  private TableColumn<Offer, Double> tokens(String key, Function<PromptDiet, Double> value) {
    return CostColumn.figures(
        texts.get(key),
        TOKENS,
        (Offer offer) -> offer.diet().map(value).orElse(0.0),
        Comparator.<Double>naturalOrder(),
        (Double tokens) -> {
          String number = texts.number(Math.round(tokens));
          return CostColumn.label(number, number);
        });
  }

  private TableColumn<Offer, Optional<PriceRange>> money(
      String key, Function<PromptDiet, Optional<PriceRange>> value) {
    return CostColumn.figures(
        texts.get(key),
        MONEY,
        offer -> offer.diet().flatMap(value),
        Comparator.comparing(
            (Optional<PriceRange> usd) -> usd.map(PriceRange::high).orElse(Double.MAX_VALUE)),
        usd ->
            CostColumn.label(
                words.brief(usd), words.full(usd), usd.isPresent() ? "amount" : "muted"));
  }

  private TableColumn<Offer, Offer> even() {
    return CostColumn.figures(
        texts.get("cost.diet.even"),
        120,
        Function.identity(),
        Comparator.comparing(
            offer ->
                offer
                    .diet()
                    .map(diet -> diet.breakEvenCalls().orElse(Long.MAX_VALUE))
                    .orElse(Long.MAX_VALUE)),
        offer -> {
          String text = offer.diet().map(this::even).orElse("");
          return CostColumn.label(text, text);
        });
  }

  private String even(PromptDiet diet) {
    if (diet.breakEvenCalls().isPresent()) {
      return texts.get("cost.diet.even.calls", diet.breakEvenCalls().getAsLong());
    }
    return texts.get(
        diet.savedUsd().isEmpty() || diet.after().training().usd().isEmpty()
            ? "price.unknown"
            : "cost.diet.never");
  }
}
