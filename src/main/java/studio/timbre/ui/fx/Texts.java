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
import java.util.ResourceBundle;
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

  private final Locale locale;
  private final ResourceBundle bundle;

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

  /** US dollars, the currency of every price in the catalogue; tiny sums keep enough digits to differ from nothing. */
  public String money(double usd) {
    var format = NumberFormat.getCurrencyInstance(locale);
    format.setCurrency(Currency.getInstance("USD"));
    int digits = usd > 0 && usd < 0.01 ? 4 : 2;
    format.setMinimumFractionDigits(digits);
    format.setMaximumFractionDigits(digits);
    return format.format(usd).replace("US$", "US$\u00a0").replace("\u00a0\u00a0", "\u00a0");
  }

  public String date(LocalDate date) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale).format(date);
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
