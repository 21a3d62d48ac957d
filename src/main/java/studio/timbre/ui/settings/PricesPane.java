package studio.timbre.ui.settings;

import atlantafx.base.controls.CustomTextField;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import studio.timbre.model.CatalogueEntry;
import studio.timbre.ui.control.WhileShown;
import studio.timbre.ui.fx.Icon;
import studio.timbre.ui.fx.Texts;

/** The catalogue: every model and price with its source, its date and its end. */
final class PricesPane extends VBox {
  private final Texts texts;

  PricesPane(Texts texts, List<CatalogueEntry> catalogue) {
    this.texts = texts;
    getStyleClass().addAll("column-16", "prices-page");
    var models = new FilteredList<>(FXCollections.observableArrayList(catalogue));
    var search = new CustomTextField();
    search.setId("prices-search");
    search.setLeft(Icon.SEARCH.node());
    search.setPromptText(texts.get("settings.prices.search"));
    search.setAccessibleText(texts.get("settings.prices.search"));
    search
        .textProperty()
        .subscribe(
            text -> {
              String wanted = text.strip().toLowerCase(Locale.ROOT);
              models.setPredicate(entry -> words(entry).contains(wanted));
            });
    var sorted = new SortedList<>(models);
    var table = new TableView<>(sorted);
    sorted.comparatorProperty().bind(table.comparatorProperty());
    table.setId("prices");
    table.setAccessibleText(texts.get("settings.prices.title"));
    table.setPlaceholder(new Label(texts.get("settings.prices.nothing")));
    table
        .getColumns()
        .setAll(
            List.of(
                text("settings.prices.provider", 160, CatalogueEntry::provider),
                text("settings.prices.model", 240, CatalogueEntry::model),
                price("settings.prices.training", CatalogueEntry::trainingUsdPerMillionTokens),
                price("settings.prices.hour", CatalogueEntry::trainingUsdPerHour),
                price("settings.prices.input", CatalogueEntry::inputUsdPerMillion),
                price("settings.prices.output", CatalogueEntry::outputUsdPerMillion),
                text("settings.prices.status", 120, CatalogueEntry::status),
                day("settings.prices.lastJob", CatalogueEntry::lastNewJobDate),
                day("settings.prices.shutdown", CatalogueEntry::shutdownDate),
                text("settings.prices.asOf", 112, CatalogueEntry::asOf),
                text("settings.prices.source", 320, CatalogueEntry::source),
                text("settings.prices.notes", 320, CatalogueEntry::notes)));
    WhileShown.of(this, () -> texts.exchange().subscribe(rate -> table.refresh()));
    VBox.setVgrow(table, Priority.ALWAYS);
    getChildren()
        .addAll(
            Section.of(
                texts.get("settings.prices.title"), texts.get("settings.prices.text"), search),
            table);
  }

  private static String words(CatalogueEntry entry) {
    return (entry.provider() + " " + entry.model() + " " + entry.status()).toLowerCase(Locale.ROOT);
  }

  private TableColumn<CatalogueEntry, String> text(
      String key, double width, Function<CatalogueEntry, String> value) {
    return column(key, width, value, Comparator.<String>naturalOrder(), text -> text, text -> text);
  }

  private TableColumn<CatalogueEntry, OptionalDouble> price(
      String key, Function<CatalogueEntry, OptionalDouble> value) {
    var column =
        column(
            key,
            112,
            value,
            Comparator.comparingDouble(price -> price.orElse(-1)),
            price -> price.isPresent() ? texts.shortMoney(price.getAsDouble()) : "",
            price -> price.isPresent() ? texts.money(price.getAsDouble()) : "");
    column.getStyleClass().add("number-column");
    return column;
  }

  private TableColumn<CatalogueEntry, Optional<LocalDate>> day(
      String key, Function<CatalogueEntry, Optional<LocalDate>> value) {
    return column(
        key,
        152,
        value,
        Comparator.comparing(day -> day.orElse(LocalDate.MAX)),
        day -> day.map(texts::date).orElse(""),
        day -> day.map(texts::date).orElse(""));
  }

  private <T> TableColumn<CatalogueEntry, T> column(
      String key,
      double width,
      Function<CatalogueEntry, T> value,
      Comparator<T> order,
      Function<T, String> words,
      Function<T, String> moreWords) {
    var column = new TableColumn<CatalogueEntry, T>(texts.get(key));
    column.setPrefWidth(width);
    column.setComparator(order);
    column.setCellValueFactory(
        row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())).getReadOnlyProperty());
    column.setCellFactory(
        ignored ->
            new TableCell<>() {
              @Override
              protected void updateItem(T item, boolean empty) {
                super.updateItem(item, empty);
                String shown = empty || item == null ? "" : words.apply(item);
                setText(shown);
                setTooltip(shown.isEmpty() ? null : new Tooltip(moreWords.apply(item)));
              }
            });
    return column;
  }
}
