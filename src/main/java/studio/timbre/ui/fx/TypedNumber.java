package studio.timbre.ui.fx;

import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * Numbers as people type them, in whichever way they learned to write them: 1,234.5 and 1.234,5 are told apart by themselves, and 10,00 is
 * ten in every language. A sum that was meant to be ten must never become a thousand.
 */
public final class TypedNumber {
  private static final Pattern POWER = Pattern.compile("[0-9]*[.,]?[0-9]+[eE]-?[0-9]+");
  private static final Pattern PLAIN = Pattern.compile("-?[0-9]*[.,]?[0-9]*");
  private static final Pattern GROUPED =
      Pattern.compile("-?[0-9]{1,3}([.,])[0-9]{3}(\\1[0-9]{3})*");

  /** Groups with one sign, and the fraction behind another. */
  private static final Pattern BOTH =
      Pattern.compile("-?[0-9]{1,3}([.,])[0-9]{3}(\\1[0-9]{3})*(?!\\1)[.,][0-9]*");

  private TypedNumber() {}

  /**
   * As 0.0002, 2e-4, 0,0002, 1,500.50 or 1.500,50. One sign before three digits, as in 1.500, is what the language makes of it.
   *
   * @return empty where it is none
   */
  public static OptionalDouble parse(String text, Locale locale) {
    return parse(text, DecimalFormatSymbols.getInstance(locale).getDecimalSeparator());
  }

  /** As {@link #parse}, where nobody means a fraction: 1.500 and 1,500 are fifteen hundred in every language. */
  public static OptionalDouble parseCount(String text) {
    return parse(text, ' ');
  }

  private static OptionalDouble parse(String text, char point) {
    // Some languages part groups by spaces of several kinds, and some people by an apostrophe.
    String clean = text.strip().replaceAll("(?<=[0-9])[\\h'’](?=[0-9]{3})", "");
    if (!clean.chars().anyMatch(Character::isDigit)) {
      return OptionalDouble.empty();
    }
    if (POWER.matcher(clean).matches()) {
      double number = Double.parseDouble(clean.replace(',', '.'));
      return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
    }
    if (BOTH.matcher(clean).matches()) {
      int last = Math.max(clean.lastIndexOf('.'), clean.lastIndexOf(','));
      String whole = clean.substring(0, last).replaceAll("[.,]", "");
      return OptionalDouble.of(Double.parseDouble(whole + "." + clean.substring(last + 1) + "0"));
    }
    if (GROUPED.matcher(clean).matches() && !isFraction(clean, point)) {
      return OptionalDouble.of(Double.parseDouble(clean.replaceAll("[.,]", "")));
    }
    return PLAIN.matcher(clean).matches()
        ? OptionalDouble.of(Double.parseDouble(clean.replace(',', '.')))
        : OptionalDouble.empty();
  }

  /** Of what could be groups: whether it is one sign that stands for a fraction here, or nothing stands before it that could be grouped. */
  private static boolean isFraction(String grouped, char point) {
    int first = grouped.indexOf(point);
    boolean single = first >= 0 && first == grouped.lastIndexOf(point);
    return single || grouped.replace("-", "").startsWith("0");
  }
}
