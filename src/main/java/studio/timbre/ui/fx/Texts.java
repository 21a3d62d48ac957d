package studio.timbre.ui.fx;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import studio.timbre.model.ExchangeRate;
import studio.timbre.model.UserFacingException;

/**
 * Every text of the window in one language, and numbers, dates and money as that language writes them. Sentences are
 * {@link MessageFormat} patterns, also those without arguments: an apostrophe is written twice in the bundles.
 */
public final class Texts {

  /** The languages that Timbre speaks, English first. */
  public static final List<Locale> LANGUAGES =
      List.of(Locale.ENGLISH, Locale.forLanguageTag("pt-BR"), Locale.forLanguageTag("id"));

  private static final String BUNDLE = "studio.timbre.messages";

  private static final int CENTS = 2;

  /** Units for a dollar from which on nobody writes parts of one. */
  private static final double MANY = 100;

  private final Locale locale;
  private final ResourceBundle bundle;
  private final ObjectProperty<Optional<ExchangeRate>> exchange =
      new SimpleObjectProperty<>(Optional.empty());

  private Texts(Locale locale) {
    this.locale = locale;
    this.bundle =
        ResourceBundle.getBundle(
            BUNDLE,
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** The texts of the language that is nearest to the one asked for; English where there is none. */
  public static Texts of(Locale wanted) {
    return new Texts(
        LANGUAGES.stream()
            .filter(language -> language.getLanguage().equals(wanted.getLanguage()))
            .findFirst()
            .orElse(Locale.ENGLISH));
  }

  public Locale locale() {
    return locale;
  }

  /** The text under a key, with its arguments filled in; numbers among them are written as the language does. */
  public String get(String key, Object... arguments) {
    return new MessageFormat(bundle.getString(key), locale).format(arguments);
  }

  public boolean has(String key) {
    return bundle.containsKey(key);
  }

  /** What went wrong, in this language. */
  public String of(UserFacingException failure) {
    return has(failure.key())
        ? get(failure.key(), failure.arguments().toArray())
        : String.valueOf(failure.getMessage());
  }

  public String number(long value) {
    return NumberFormat.getIntegerInstance(locale).format(value);
  }

  /** A number with exactly so many digits behind the point. */
  public String number(double value, int digits) {
    var format = NumberFormat.getNumberInstance(locale);
    format.setMinimumFractionDigits(digits);
    format.setMaximumFractionDigits(digits);
    return format.format(value);
  }

  /** A share of one, as 12%. */
  public String percent(double share) {
    return NumberFormat.getPercentInstance(locale).format(share);
  }

  /** In which currency prices are shown, and at what rate; empty for US dollars. Whoever shows money for long listens to it. */
  public ObjectProperty<Optional<ExchangeRate>> exchange() {
    return exchange;
  }

  /** A price in the currency that is shown, with the US dollars behind it where that is another one: as "R$ 7,78 (US$ 1,44)". */
  public String money(double usd) {
    return exchange.get().isEmpty() ? dollars(usd) : shortMoney(usd) + " (" + dollars(usd) + ")";
  }

  /** A price in the currency that is shown, for where there is little room and the dollars stand beside it. */
  public String shortMoney(double usd) {
    return exchange
        .get()
        .map(rate -> amount(rate.of(usd), rate.currency(), digits(rate)))
        .orElseGet(() -> dollars(usd));
  }

  /** US dollars, which providers charge: for budgets and orders, whatever currency is shown. */
  public String dollars(double usd) {
    return amount(usd, ExchangeRate.DOLLAR, CENTS);
  }

  /** An amount in any currency. */
  public String amount(double amount, Currency currency) {
    return amount(amount, currency, CENTS);
  }

  /** Cents mean nothing where a dollar is thousands. */
  private static int digits(ExchangeRate rate) {
    return rate.perDollar() >= MANY ? 0 : CENTS;
  }

  /** Tiny sums keep enough digits to differ from nothing. */
  private String amount(double amount, Currency currency, int usualDigits) {
    var format = NumberFormat.getCurrencyInstance(locale);
    format.setCurrency(currency);
    double size = Math.abs(amount);
    boolean isTiny = size > 0 && size < (usualDigits == 0 ? 1 : 0.01);
    int digits = isTiny ? usualDigits + 2 : usualDigits;
    format.setMinimumFractionDigits(digits);
    format.setMaximumFractionDigits(digits);
    return format.format(amount).replace("US$", "US$\u00a0").replace("\u00a0\u00a0", "\u00a0");
  }

  public String date(LocalDate date) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale).format(date);
  }

  /** For narrow columns; in English as everywhere, since 11/12 is another day there than here. */
  public String shortDate(LocalDate date) {
    return locale.getLanguage().equals("en")
        ? date(date)
        : DateTimeFormatter.ofLocalizedDate(FormatStyle.SHORT).withLocale(locale).format(date);
  }

  /** Day and time on this computer's clock. */
  public String dateTime(Instant time) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
        .withLocale(locale)
        .format(time.atZone(ZoneId.systemDefault()));
  }

  /** A stretch of time, rounded as people say it: 40 s, 22 min, 3 h 10 min. */
  public String duration(double seconds) {
    long whole = Math.round(seconds);
    if (whole < 60) {
      return get("common.duration.seconds", whole);
    }
    long minutes = Math.round(seconds / 60);
    return minutes < 60
        ? get("common.duration.minutes", minutes)
        : get("common.duration.hours", minutes / 60, minutes % 60);
  }

  /** A size on disk or in memory, in decimal units. */
  public String bytes(long bytes) {
    if (bytes < 1_000_000) {
      return get("common.bytes.kb", number(bytes / 1e3, 0));
    }
    return bytes < 1_000_000_000
        ? get("common.bytes.mb", number(bytes / 1e6, 0))
        : get("common.bytes.gb", number(bytes / 1e9, 1));
  }
}
