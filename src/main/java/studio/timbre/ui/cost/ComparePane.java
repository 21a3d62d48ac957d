package studio.timbre.ui.cost;

import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import studio.timbre.app.CostReport;
import studio.timbre.app.CostReport.Offer;
import studio.timbre.model.CatalogueEntry;
import studio.timbre.ui.control.WhileShown;
import studio.timbre.ui.cost.UseForm.Horizon;
import studio.timbre.ui.fx.Texts;

/** All models side by side, and how the price of the selected one comes about. */
final class ComparePane extends VBox {
  /** Share of the height that belongs to the one model that is selected. */
  private static final double DETAILS = 0.36;

  private final CostViewModel model;
  private final Texts texts;
  private final OffersTable table;
  private final OfferPane details;
  private final Label closed = new Label();
  private final Hyperlink open = new Hyperlink();
  private final HBox closedLine = new HBox(closed, open);
  private Optional<CostReport> report = Optional.empty();

  ComparePane(CostViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    getStyleClass().add("column-16");
    table = new OffersTable(texts, this::choose);
    details = new OfferPane(texts);
    closed.setWrapText(true);
    closed.getStyleClass().addAll("muted", "small-text");
    closed.setMinHeight(USE_PREF_SIZE);
    open.setMinWidth(USE_PREF_SIZE);
    closedLine.getStyleClass().add("row-8");
    open.setId("cost-open-all");
    open.setText(texts.get("cost.closed.show"));
    open.getStyleClass().add("small-text");
    open.setOnAction(event -> showClosed());
    VBox.setVgrow(table, Priority.ALWAYS);
    details.prefHeightProperty().bind(heightProperty().multiply(DETAILS));
    getChildren().addAll(table, closedLine, details);
    table
        .getSelectionModel()
        .selectedItemProperty()
        .addListener((item, before, now) -> showDetails());
    WhileShown.of(
        this,
        () ->
            Subscription.combine(
                model.chosen().subscribe(chosen -> refresh()),
                texts.exchange().subscribe(rate -> refresh())));
  }

  private void choose(Offer offer) {
    model.choose(offer.price().line());
  }

  void show(CostReport newReport) {
    report = Optional.of(newReport);
    refresh();
  }

  private void refresh() {
    report.ifPresent(
        known -> {
          table.show(known, model.chosen().get(), model.form().horizon().get() == Horizon.YEAR);
          boolean isAny = !known.closed().isEmpty();
          closedLine.setVisible(isAny);
          closedLine.setManaged(isAny);
          closed.setText(
              isAny
                  ? texts.get(
                      "cost.closed",
                      known.closed().size(),
                      known.closed().stream()
                          .map(CatalogueEntry::provider)
                          .distinct()
                          .collect(Collectors.joining(", ")))
                  : "");
          showDetails();
        });
  }

  /** Nothing is said any more of the providers whose models were left out. */
  private void showClosed() {
    report.ifPresent(
        known -> {
          var said = model.customer().get();
          for (var line : known.closed()) {
            said = said.with(line.provider(), Optional.empty());
          }
          model.customer().set(said);
        });
  }

  private void showDetails() {
    report.ifPresent(known -> details.show(table.selected(), model.chosen().get(), this::choose));
  }
}
