package studio.timbre.app;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether a text is what a spreadsheet program makes of another one by itself: of {@code 00123} it makes {@code 123}, of
 * {@code 23/11/2026} a date in its own spelling, of {@code true} its word for it. Nobody has changed such a text.
 */
final class Respelled {
  private static final int LONGEST = 60;
  private static final Charset EXCEL = Charset.forName("windows-1252");

  /** Spreadsheet programs keep as many digits of a number (IEEE 754, double precision). */
  private static final MathContext KEPT = new MathContext(15, RoundingMode.HALF_UP);

  private static final Pattern NUMBER =
      Pattern.compile(
          "(?:R\\$|US\\$|Rp\\.?|\\p{Sc})? ?([+-]?[0-9][0-9.,]{0,40})(?:[eE]([+-]?[0-9]{1,3}))? ?(%)?");
  private static final Pattern DATE =
      Pattern.compile("([0-9]{1,4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,4})(?:[T ]00:00(?::00)?)?");

  private static final String TRUE = "|true|verdadeiro|benar|";
  private static final String FALSE = "|false|falso|salah|";

  private Respelled() {}

  /** Whether a spreadsheet program could have written one of two different texts for the other. */
  static boolean is(String now, String before) {
    return isSpelled(now, before) || isPoorer(now, before);
  }

  /** Excel writes separated values in an encoding of some 200 letters, with a question mark for each of all others. */
  private static boolean isPoorer(String now, String before) {
    if (now.indexOf('?') < 0) {
      return false;
    }
    var kept = EXCEL.newEncoder();
    var poorer = new StringBuilder(before.length());
    boolean lost = false;
    for (int i = 0; i < before.length(); i++) {
      boolean can = kept.canEncode(before.charAt(i));
      lost |= !can;
      poorer.append(can ? before.charAt(i) : '?');
    }
    // A character outside of the basic plane becomes one question mark or two.
    return lost && once(poorer.toString()).equals(once(now));
  }

  private static String once(String text) {
    return text.replaceAll("[?]+", "?");
  }

  private static boolean isSpelled(String now, String before) {
    String one = now.strip();
    String other = before.strip();
    if (one.isEmpty() || Math.max(one.length(), other.length()) > LONGEST) {
      return false;
    }
    return sameNumber(one, other)
        || sameWord(one, other, TRUE)
        || sameWord(one, other, FALSE)
        || meet(dates(one), dates(other));
  }

  private static boolean sameWord(String one, String other, String words) {
    return words.contains("|" + one.toLowerCase(Locale.ROOT) + "|")
        && words.contains("|" + other.toLowerCase(Locale.ROOT) + "|");
  }

  private static boolean sameNumber(String one, String other) {
    return meet(numbers(one), numbers(other));
  }

  private static <T> boolean meet(Set<T> some, Set<T> others) {
    return some.stream().anyMatch(others::contains);
  }

  /** What a text can mean as a number: with a point for the fraction, or a comma. */
  private static Set<BigDecimal> numbers(String text) {
    var found = NUMBER.matcher(text);
    var numbers = new HashSet<BigDecimal>();
    if (found.matches()) {
      String digits = found.group(1);
      int power =
          (found.group(2) == null ? 0 : Integer.parseInt(found.group(2)))
              - (found.group(3) == null ? 0 : 2);
      number(digits.replace(",", ""), power).ifPresent(numbers::add);
      number(digits.replace(".", "").replace(',', '.'), power).ifPresent(numbers::add);
    }
    return numbers;
  }

  private static Optional<BigDecimal> number(String digits, int power) {
    try {
      return Optional.of(
          new BigDecimal(digits).scaleByPowerOfTen(power).round(KEPT).stripTrailingZeros());
    } catch (NumberFormatException notOne) {
      return Optional.empty();
    }
  }

  /** What a text can mean as a date: year, month and day in the orders that are in use. */
  private static Set<LocalDate> dates(String text) {
    var found = DATE.matcher(text);
    var dates = new HashSet<LocalDate>();
    if (found.matches()) {
      int first = Integer.parseInt(found.group(1));
      int second = Integer.parseInt(found.group(2));
      int third = Integer.parseInt(found.group(3));
      date(third, second, first).ifPresent(dates::add);
      date(third, first, second).ifPresent(dates::add);
      date(first, second, third).ifPresent(dates::add);
    }
    return dates;
  }

  private static Optional<LocalDate> date(int year, int month, int day) {
    try {
      return Optional.of(LocalDate.of(year < 100 ? year + 2000 : year, month, day));
    } catch (DateTimeException notOne) {
      return Optional.empty();
    }
  }
}
