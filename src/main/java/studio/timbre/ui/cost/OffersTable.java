package studio.timbre.ui.cost;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.timbre.app.CostReport;
import studio.timbre.app.CostReport.Offer;
import studio.timbre.model.CatalogueEntry;
import studio.timbre.model.PriceRange;
import studio.timbre.model.WholePrice;
import studio.timbre.ui.fx.Icon;
import studio.timbre.ui.fx.ModelWords;
import studio.timbre.ui.fx.Texts;

/** A line for each model that takes jobs today, cheapest first; Enter or a double click chooses. */
final class OffersTable extends TableView<Offer> {
  private static final double ROW = 48;

  private static final String DAY = "small-text";

  private static final double LEAST_NAME = 244;

  private final Texts texts;
  private final OfferWords words;
  private final TableColumn<Offer, Offer> total;
  private Optional<CatalogueEntry> chosen = Optional.empty();

  /** @param choose makes a line the chosen model */
  OffersTable(Texts texts, Consumer<Offer> choose) {
    this.texts = texts;
    this.words = new OfferWords(texts);
    setId("offers");
    getStyleClass().add("offers");
    setAccessibleText(texts.get("cost.table"));
    setFixedCellSize(ROW);
    setPlaceholder(new Label(texts.get("cost.none")));
    total =
        CostColumn.figures(
            texts.get("cost.column.total"),
            184,
            Function.identity(),
            Comparator.comparing(Offer::price, WholePrice.CHEAPEST_FIRST),
            offer -> total(offer.price()));
    var model =
        this.<Offer>column(
            "cost.column.model",
            LEAST_NAME,
            Function.identity(),
            Comparator.comparing(offer -> offer.price().model()),
            this::name);
    getColumns()
        .setAll(
            List.of(
                model,
                price("cost.column.training", 136, offer -> offer.price().training().usd()),
                price("cost.column.hosting", 122, offer -> offer.price().hosting()),
                price("cost.column.use", 114, offer -> offer.price().tokens()),
                total,
                text(
                    "cost.column.lastJob",
                    108,
                    offer -> offer.price().line().lastNewJobDate(),
                    words::lastJob),
                text(
                    "cost.column.ends",
                    102,
                    offer -> offer.price().line().shutdownDate(),
                    words::ends),
                this.<String>column(
                    "cost.column.asOf",
                    108,
                    offer -> offer.price().line().asOf(),
                    Comparator.naturalOrder(),
                    asOf -> CostColumn.label(ModelWords.shortRead(texts, asOf), asOf, DAY))));
    CostColumn.fill(this, LEAST_NAME);
    CostColumn.leave(this);
    setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            selected().ifPresent(choose);
            event.consume();
          }
        });
    setOnMouseClicked(
        event -> {
          if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            selected().ifPresent(choose);
          }
        });
  }

  Optional<Offer> selected() {
    return Optional.ofNullable(getSelectionModel().getSelectedItem());
  }

  /** Shows another report; the selected model stays selected, the order stays the one that was asked for. */
  void show(CostReport report, Optional<CatalogueEntry> chosenModel, boolean isYear) {
    chosen = chosenModel;
    CostColumn.name(total, texts.get(isYear ? "cost.column.totalYear" : "cost.column.total"));
    var before = selected().map(OffersTable::key);
    getItems().setAll(report.offers());
    sort();
    getItems().stream()
        .filter(offer -> before.isPresent() ? before.get().equals(key(offer)) : isChosen(offer))
        .findFirst()
        .ifPresent(offer -> getSelectionModel().select(offer));
    if (getSelectionModel().isEmpty()) {
      getSelectionModel().selectFirst();
    }
  }

  private static String key(Offer offer) {
    return offer.price().line().provider() + "/" + offer.price().model();
  }

  private boolean isChosen(Offer offer) {
    return chosen.equals(Optional.of(offer.price().line()));
  }

  private Region name(Offer offer) {
    var price = offer.price();
    var parts = OfferName.of(ModelWords.name(texts, price.model()));
    var model = new Label(parts.head());
    model.getStyleClass().addAll("strong", "offer-name");
    model.setMinWidth(0);
    var head = new HBox(model);
    head.getStyleClass().add("row-4");
    if (isChosen(offer)) {
      head.getChildren().addFirst(Icon.CHECK.node());
      head.getStyleClass().add("chosen-model");
    }
    var warning = words.endsEarly(price);
    warning.ifPresent(
        sentence -> {
          var icon = Icon.WARNING.node();
          icon.getStyleClass().add("warning-icon");
          head.getChildren().add(icon);
        });
    var where = new Label(parts.below(words.where(price.line())));
    where.getStyleClass().addAll("muted", "small-text");
    where.setMinWidth(0);
    var box = new VBox(head, where);
    String spoken =
        ModelWords.name(texts, price.model())
            + ", "
            + words.where(price.line())
            + (isChosen(offer) ? ", " + texts.get("cost.isChosen") : "")
            + warning.map(sentence -> ". " + sentence).orElse("");
    Tooltip.install(box, new Tooltip(spoken));
    box.setAccessibleText(spoken);
    return box;
  }

  private TableColumn<Offer, Optional<PriceRange>> price(
      String key, double width, Function<Offer, Optional<PriceRange>> value) {
    return CostColumn.figures(
        texts.get(key),
        width,
        value,
        Comparator.comparing(
            (Optional<PriceRange> usd) -> usd.map(PriceRange::high).orElse(Double.MAX_VALUE)),
        usd -> amount(words.brief(usd), words.full(usd), usd.isPresent() ? "amount" : "muted"));
  }

  private Region total(WholePrice price) {
    var amount = amount(words.total(price), words.fullTotal(price), "strong");
    var counted = words.counted(price);
    if (counted.isEmpty()) {
      return amount;
    }
    var until = CostColumn.label(counted.get(), words.endsEarly(price).orElse(""));
    until.getStyleClass().addAll("muted", "small-text");
    var both = new VBox(amount, until);
    both.getStyleClass().add("amount-cell");
    return both;
  }

  private static Label amount(String shown, String full, String style) {
    return CostColumn.label(shown, full, "amount-cell", style);
  }

  private TableColumn<Offer, Offer> text(
      String key,
      double width,
      Function<Offer, Optional<LocalDate>> day,
      Function<CatalogueEntry, String> shown) {
    return column(
        key,
        width,
        Function.identity(),
        Comparator.comparing(offer -> day.apply(offer).orElse(LocalDate.MAX)),
        offer -> {
          String text = shown.apply(offer.price().line());
          return CostColumn.label(text, text, DAY);
        });
  }

  private <T> TableColumn<Offer, T> column(
      String key,
      double width,
      Function<Offer, T> value,
      Comparator<T> order,
      Function<T, Region> node) {
    return CostColumn.of(texts.get(key), width, value, order, node);
  }
}
