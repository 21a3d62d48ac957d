package studio.timbre.ui.data;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import studio.timbre.model.Range;
import studio.timbre.model.Review;

/**
 * A range as it is typed; an empty end is open.
 *
 * @param from digits, perhaps in groups of three
 * @param to as {@code from}
 */
record TypedRange(String from, String to) {
  private static final Pattern WHOLE =
      Pattern.compile("\\d{1,9}|\\d{1,3}(?:[.,'’\\s\\u00a0\\u202f]\\d{3}){1,2}");

  static TypedRange of(Range range) {
    return new TypedRange(digits(range.from()), digits(range.to()));
  }

  private static String digits(OptionalInt end) {
    return end.isPresent() ? Integer.toString(end.getAsInt()) : "";
  }

  /** The key of what is wrong with it, if anything is. */
  Optional<String> problem(FilterGroup group) {
    if (!isWhole(from) || !isWhole(to)) {
      return Optional.of("data.range.notWhole");
    }
    var range = range();
    if (group == FilterGroup.RATING
        && (range.from().orElse(0) > Review.MOST_STARS
            || range.to().orElse(0) > Review.MOST_STARS)) {
      return Optional.of("data.range.stars");
    }
    boolean turned =
        range.from().isPresent()
            && range.to().isPresent()
            && range.from().getAsInt() > range.to().getAsInt();
    return turned ? Optional.of("data.range.turned") : Optional.empty();
  }

  private static boolean isWhole(String typed) {
    return typed.isBlank() || WHOLE.matcher(typed.strip()).matches();
  }

  /** Of what has no problem. */
  Range range() {
    return new Range(number(from), number(to));
  }

  private static OptionalInt number(String typed) {
    String digits = typed.replaceAll("\\D", "");
    return digits.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(digits));
  }
}
