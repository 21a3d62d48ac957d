package studio.timbre.ui.cost;

import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import studio.timbre.model.ExchangeRate;
import studio.timbre.ui.fx.Texts;
import studio.timbre.ui.fx.TypedDay;

/** The currency that prices are shown in, and the rate that the person goes by. */
final class CurrencyPane extends VBox {
  private static final double SAMPLE = 10;

  private final Texts texts;
  private final CurrencyForm form;
  private final Consumer<Optional<ExchangeRate>> keep;
  private final Label outcome = new Label();
  private final TypedDay days;
  private final FormField rate;
  private final VBox dayBox;
  private String dayProblem = "";

  /** @param keep takes each currency that is whole; empty for dollars */
  CurrencyPane(CurrencyForm form, Texts texts, Consumer<Optional<ExchangeRate>> keep) {
    this.form = form;
    this.texts = texts;
    this.keep = keep;
    this.days = new TypedDay(texts.locale());
    getStyleClass().addAll("column-16", "cost-page");
    var title = new Label(texts.get("cost.currency.title"));
    title.getStyleClass().add("section-title");
    var text = new Label(texts.get("cost.currency.text"));
    text.setWrapText(true);
    text.getStyleClass().add("muted");
    rate = new FormField("currency-rate", texts.get("cost.currency.rate"));
    rate.field().textProperty().bindBidirectional(form.rate());
    dayBox = day();
    var row = new FlowPane(currencies(), rate, dayBox);
    row.getStyleClass().add("use-pane");
    outcome.setWrapText(true);
    outcome.setId("currency-outcome");
    getChildren().addAll(title, text, row, outcome);
    form.currency().subscribe(currency -> changed());
    form.rate().subscribe(typed -> changed());
    form.day().subscribe(chosen -> changed());
  }

  private VBox currencies() {
    var box = new ComboBox<Currency>();
    box.setId("currency");
    box.getItems().setAll(form.all());
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable Currency currency) {
            return currency == null ? "" : name(currency);
          }

          @Override
          public Currency fromString(String words) {
            throw new UnsupportedOperationException("nothing is typed here");
          }
        });
    box.valueProperty().bindBidirectional(form.currency());
    return named(texts.get("cost.currency.name"), box);
  }

  private String name(Currency currency) {
    return currency.getDisplayName(texts.locale()) + " (" + currency.getCurrencyCode() + ")";
  }

  private VBox day() {
    var picker = new DatePicker();
    picker.setId("currency-day");
    picker.setPrefWidth(160);
    picker.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(@Nullable LocalDate day) {
            return day == null ? "" : days.write(day);
          }

          @Override
          public @Nullable LocalDate fromString(String typed) {
            var read = days.read(typed);
            dayProblem = typed.isBlank() || read.isPresent() ? "" : typed;
            changed();
            return read.orElse(null);
          }
        });
    form.day().get().ifPresent(picker::setValue);
    picker
        .valueProperty()
        .addListener(
            (value, before, now) -> {
              // A day that is picked in place of one that was typed wrongly.
              dayProblem = now == null ? dayProblem : "";
              form.day().set(Optional.ofNullable(now));
            });
    return named(texts.get("cost.currency.day"), picker);
  }

  private static VBox named(String name, javafx.scene.control.Control control) {
    var label = new Label(name);
    label.setLabelFor(control);
    label.getStyleClass().add("small-text");
    control.setAccessibleText(name);
    var box = new VBox(label, control);
    box.getStyleClass().add("column-4");
    return box;
  }

  private void changed() {
    boolean isDollar = form.isDollar();
    for (var node : new VBox[] {rate, dayBox}) {
      node.setVisible(!isDollar);
      node.setManaged(!isDollar);
    }
    rate.setWrong(form.isRateWrong());
    if (!isDollar && !dayProblem.isEmpty()) {
      outcome.setText(
          texts.get("cost.currency.day.wrong", dayProblem, days.write(LocalDate.now())));
      return;
    }
    if (form.isWaiting()) {
      outcome.setText(
          texts.get(
              form.isRateWrong() ? "cost.currency.wrong" : "cost.currency.waiting",
              name(form.currency().get())));
      return;
    }
    if (!texts.exchange().get().equals(form.chosen())) {
      texts.exchange().set(form.chosen());
      keep.accept(form.chosen());
    }
    outcome.setText(
        form.chosen()
            .map(
                chosen ->
                    texts.get(
                        "cost.currency.outcome",
                        texts.dollars(SAMPLE),
                        texts.shortMoney(SAMPLE),
                        texts.date(chosen.day())))
            .orElseGet(() -> texts.get("cost.currency.dollars")));
  }
}
