package studio.timbre.ui.fx;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Days as people type them: in the order of the language, or, where that makes no day of it, in whichever order does. */
public final class TypedDay {
  private static final Pattern THREE =
      Pattern.compile("(\\d{1,4})[./ -]+(\\d{1,2})[./ -]+(\\d{1,4})");
  private static final int CENTURY = 2000;

  private final String pattern;

  public TypedDay(Locale locale) {
    pattern =
        DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                FormatStyle.SHORT, null, IsoChronology.INSTANCE, locale)
            .replaceAll("y+", "yyyy");
  }

  /** With all four digits of the year. */
  public String write(LocalDate day) {
    return DateTimeFormatter.ofPattern(pattern).format(day);
  }

  /** Empty where it is no day in any order. */
  public Optional<LocalDate> read(String typed) {
    var found = THREE.matcher(typed.strip());
    if (!found.matches()) {
      return Optional.empty();
    }
    int first = Integer.parseInt(found.group(1));
    int second = Integer.parseInt(found.group(2));
    int third = Integer.parseInt(found.group(3));
    if (found.group(1).length() > 2) {
      return day(first, second, third);
    }
    int year = found.group(3).length() > 2 ? third : CENTURY + third;
    boolean dayFirst = pattern.indexOf('d') < pattern.indexOf('M');
    var usual = dayFirst ? day(year, second, first) : day(year, first, second);
    return usual.or(() -> dayFirst ? day(year, first, second) : day(year, second, first));
  }

  private static Optional<LocalDate> day(int year, int month, int day) {
    try {
      return Optional.of(LocalDate.of(year, month, day));
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }
}
