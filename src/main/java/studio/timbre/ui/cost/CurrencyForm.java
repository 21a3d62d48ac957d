package studio.timbre.ui.cost;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import studio.timbre.model.ExchangeRate;
import studio.timbre.ui.fx.TypedNumber;

/** The currency that prices are shown in, as it is being chosen; a rate counts as soon as it makes sense. */
final class CurrencyForm {
  /** Digits of a rate that are shown. */
  private static final int DIGITS = 6;

  private final Locale locale;
  private final ObjectProperty<Currency> currency = new SimpleObjectProperty<>();
  private final StringProperty rate = new SimpleStringProperty("");
  private final ObjectProperty<Optional<LocalDate>> day =
      new SimpleObjectProperty<>(Optional.empty());

  CurrencyForm(Locale locale, Optional<ExchangeRate> now) {
    this.locale = locale;
    currency.set(now.map(ExchangeRate::currency).orElse(ExchangeRate.DOLLAR));
    rate.set(now.map(known -> number(known.perDollar())).orElse(""));
    // Whoever types a rate has mostly just looked it up.
    day.set(Optional.of(now.map(ExchangeRate::day).orElseGet(LocalDate::now)));
  }

  private String number(double value) {
    var format = java.text.NumberFormat.getNumberInstance(locale);
    format.setGroupingUsed(false);
    format.setMaximumFractionDigits(DIGITS);
    return format.format(value);
  }

  /** Every currency that some country has today, by its name in the language of the window; those of its speakers first. */
  List<Currency> all() {
    var near = near();
    return Arrays.stream(Locale.getISOCountries())
        .map(country -> Currency.getInstance(Locale.of("", country)))
        .filter(Objects::nonNull)
        .distinct()
        .sorted(
            Comparator.comparing((Currency each) -> !near.contains(each))
                .thenComparing(each -> each.getDisplayName(locale)))
        .toList();
  }

  private static List<Currency> near() {
    return List.of("USD", "BRL", "IDR", "EUR", "GBP").stream().map(Currency::getInstance).toList();
  }

  ObjectProperty<Currency> currency() {
    return currency;
  }

  /** Units for one dollar. */
  StringProperty rate() {
    return rate;
  }

  /** For which the rate holds. */
  ObjectProperty<Optional<LocalDate>> day() {
    return day;
  }

  boolean isDollar() {
    return currency.get().equals(ExchangeRate.DOLLAR);
  }

  OptionalDouble perDollar() {
    var typed = TypedNumber.parse(rate.get(), locale);
    return typed.isPresent() && typed.getAsDouble() > 0 && Double.isFinite(typed.getAsDouble())
        ? typed
        : OptionalDouble.empty();
  }

  boolean isRateWrong() {
    return !rate.get().isBlank() && perDollar().isEmpty();
  }

  /** Whether a rate and its day are still to be told. */
  boolean isWaiting() {
    return !isDollar() && (perDollar().isEmpty() || day.get().isEmpty());
  }

  /** Empty for dollars, and while something is missing. */
  Optional<ExchangeRate> chosen() {
    return isDollar() || isWaiting()
        ? Optional.empty()
        : Optional.of(
            new ExchangeRate(currency.get(), perDollar().getAsDouble(), day.get().orElseThrow()));
  }
}
