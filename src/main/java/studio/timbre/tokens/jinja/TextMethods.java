package studio.timbre.tokens.jinja;

import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.IntPredicate;

/** The methods of Python's {@code str}. */
final class TextMethods {

  private TextMethods() {}

  static Optional<Callable> named(String text, String name) {
    return Optional.ofNullable(
        switch (name) {
          case "strip" -> arguments -> strip(text, arguments, true, true);
          case "lstrip" -> arguments -> strip(text, arguments, true, false);
          case "rstrip" -> arguments -> strip(text, arguments, false, true);
          case "split" -> arguments -> Splitting.fromLeft(text, arguments);
          case "rsplit" -> arguments -> Splitting.fromRight(text, arguments);
          case "splitlines" -> arguments -> Splitting.lines(text, arguments.flag(0, "keepends"));
          case "partition" -> arguments -> partition(text, arguments.text(0, "sep"), false);
          case "rpartition" -> arguments -> partition(text, arguments.text(0, "sep"), true);
          case "startswith" -> arguments -> anyOf(arguments, text::startsWith);
          case "endswith" -> arguments -> anyOf(arguments, text::endsWith);
          case "removeprefix" ->
              arguments -> {
                String prefix = arguments.text(0, "prefix");
                return text.startsWith(prefix) ? text.substring(prefix.length()) : text;
              };
          case "removesuffix" ->
              arguments -> {
                String suffix = arguments.text(0, "suffix");
                return text.endsWith(suffix)
                    ? text.substring(0, text.length() - suffix.length())
                    : text;
              };
          case "upper" -> arguments -> text.toUpperCase(Locale.ROOT);
          case "lower", "casefold" -> arguments -> text.toLowerCase(Locale.ROOT);
          case "title" -> arguments -> title(text);
          case "capitalize" -> arguments -> capitalized(text);
          case "replace" ->
              arguments ->
                  replaced(
                      text,
                      arguments.text(0, "old"),
                      arguments.text(1, "new"),
                      arguments.integer(2, "count", -1));
          case "join" -> arguments -> joined(text, arguments.get(0, "iterable"));
          case "find" -> arguments -> place(text, text.indexOf(arguments.text(0, "sub")));
          case "rfind" -> arguments -> place(text, text.lastIndexOf(arguments.text(0, "sub")));
          case "index" ->
              arguments -> {
                long place = place(text, text.indexOf(arguments.text(0, "sub")));
                if (place < 0) {
                  throw new JinjaException("substring not found");
                }
                return place;
              };
          case "count" -> arguments -> occurrences(text, arguments.text(0, "sub"));
          case "isdigit", "isdecimal", "isnumeric" -> arguments -> all(text, Character::isDigit);
          case "isalpha" -> arguments -> all(text, Character::isLetter);
          case "isalnum" -> arguments -> all(text, Character::isLetterOrDigit);
          case "isspace" -> arguments -> all(text, PythonText::isSpace);
          case "isupper" ->
              arguments ->
                  text.equals(text.toUpperCase(Locale.ROOT))
                      && !text.equals(text.toLowerCase(Locale.ROOT));
          case "islower" ->
              arguments ->
                  text.equals(text.toLowerCase(Locale.ROOT))
                      && !text.equals(text.toUpperCase(Locale.ROOT));
          case "zfill", "ljust", "rjust", "center" -> arguments -> padded(text, name, arguments);
          default -> null;
        });
  }

  private static String strip(String text, Arguments arguments, boolean left, boolean right) {
    Object characters = arguments.get(0, "chars", None.NONE);
    IntPredicate goes =
        characters instanceof String set ? point -> set.indexOf(point) >= 0 : PythonText::isSpace;
    int start = 0;
    int end = text.length();
    while (left && start < end && goes.test(text.codePointAt(start))) {
      start += Character.charCount(text.codePointAt(start));
    }
    while (right && end > start && goes.test(text.codePointBefore(end))) {
      end -= Character.charCount(text.codePointBefore(end));
    }
    return text.substring(start, end);
  }

  private static Tuple partition(String text, String separator, boolean last) {
    int at = last ? text.lastIndexOf(separator) : text.indexOf(separator);
    if (at >= 0) {
      return Tuple.of(text.substring(0, at), separator, text.substring(at + separator.length()));
    }
    return last ? Tuple.of("", "", text) : Tuple.of(text, "", "");
  }

  private interface TextTest {
    boolean holds(String candidate);
  }

  /** One text, or a tuple of which one is enough. */
  private static boolean anyOf(Arguments arguments, TextTest test) {
    if (arguments.get(0, "prefix") instanceof Tuple(var candidates)) {
      return candidates.stream()
          .anyMatch(candidate -> candidate instanceof String text && test.holds(text));
    }
    return test.holds(arguments.text(0, "prefix"));
  }

  static String capitalized(String text) {
    if (text.isEmpty()) {
      return text;
    }
    int first = text.offsetByCodePoints(0, 1);
    return Character.toString(Character.toTitleCase(text.codePointAt(0)))
        + text.substring(first).toLowerCase(Locale.ROOT);
  }

  private static String title(String text) {
    var titled = new StringBuilder();
    boolean inWord = false;
    for (int point : text.codePoints().toArray()) {
      titled.appendCodePoint(inWord ? Character.toLowerCase(point) : Character.toTitleCase(point));
      inWord = Character.isLetter(point);
    }
    return titled.toString();
  }

  /** At most {@code count} times, or everywhere where that is negative; an empty text lies between all characters. */
  static String replaced(String text, String old, String with, long count) {
    long most = count < 0 ? Long.MAX_VALUE : count;
    Budget.make(text.length() + (long) with.length() * Math.min(most, occurrences(text, old)));
    var replaced = new StringBuilder();
    int from = 0;
    for (long done = 0; done < most; done++) {
      int at = text.indexOf(old, from);
      if (at < 0) {
        break;
      }
      if (old.isEmpty()) {
        replaced.append(with);
        if (from == text.length()) {
          return replaced.toString();
        }
        int next = text.offsetByCodePoints(from, 1);
        replaced.append(text, from, next);
        from = next;
      } else {
        replaced.append(text, from, at).append(with);
        from = at + old.length();
      }
    }
    return replaced.append(text.substring(from)).toString();
  }

  static String joined(String separator, Object items) {
    var joiner = new StringJoiner(separator);
    for (Object item : Values.items(items)) {
      if (!(item instanceof String part)) {
        throw new JinjaException("join needs texts, not " + Values.kind(item));
      }
      Budget.make((long) part.length() + separator.length());
      joiner.add(part);
    }
    return joiner.toString();
  }

  /** Counts characters, not UTF-16 units. */
  private static long place(String text, int at) {
    return at < 0 ? -1 : text.codePointCount(0, at);
  }

  private static long occurrences(String text, String part) {
    if (part.isEmpty()) {
      return Values.length(text) + 1;
    }
    long count = 0;
    for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length())) {
      count++;
    }
    return count;
  }

  private static boolean all(String text, IntPredicate test) {
    return !text.isEmpty() && text.codePoints().allMatch(test);
  }

  private static String padded(String text, String method, Arguments arguments) {
    long missing = arguments.integer(0, "width", 0) - Values.length(text);
    if (missing <= 0) {
      return text;
    }
    Budget.make(missing);
    String fill = method.equals("zfill") ? "0" : (String) arguments.get(1, "fillchar", " ");
    if (method.equals("ljust")) {
      return text + fill.repeat((int) missing);
    }
    if (method.equals("center")) {
      long width = missing + Values.length(text);
      int left = (int) (missing / 2 + (missing & width & 1));
      return fill.repeat(left) + text + fill.repeat((int) missing - left);
    }
    boolean signed = method.equals("zfill") && (text.startsWith("-") || text.startsWith("+"));
    return signed
        ? text.charAt(0) + fill.repeat((int) missing) + text.substring(1)
        : fill.repeat((int) missing) + text;
  }
}
