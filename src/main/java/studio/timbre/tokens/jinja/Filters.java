package studio.timbre.tokens.jinja;

import java.util.Locale;
import java.util.Optional;

/** What a value can be put through with {@code |}: texts and numbers here, lists in {@link ListFilters}. */
final class Filters {

  /** Makes one value of another. */
  interface Filter {
    Object apply(Object value, Arguments arguments);
  }

  private Filters() {}

  static Filter named(String name) {
    return find(name)
        .orElseThrow(() -> new JinjaException("the filter \"" + name + "\" is not known"));
  }

  static boolean isKnown(String name) {
    return find(name).isPresent();
  }

  private static Optional<Filter> find(String name) {
    return own(name).or(() -> ListFilters.find(name));
  }

  private static Optional<Filter> own(String name) {
    return Optional.ofNullable(
        switch (name) {
          case "trim" -> (value, arguments) -> method(value, "strip", arguments);
          case "upper", "lower", "capitalize" ->
              (value, arguments) -> method(value, name, Arguments.NONE);
          case "title" -> (value, arguments) -> title(PythonText.of(value));
          case "replace" ->
              (value, arguments) ->
                  TextMethods.replaced(
                      PythonText.of(value),
                      PythonText.of(arguments.get(0, "old")),
                      PythonText.of(arguments.get(1, "new")),
                      arguments.get(2, "count", None.NONE) instanceof Long count ? count : -1);
          case "string" -> (value, arguments) -> PythonText.of(value);
          case "safe" -> (value, arguments) -> value;
          case "escape", "e" -> (value, arguments) -> escaped(PythonText.of(value));
          case "indent" -> (value, arguments) -> indented(value, arguments);
          case "format" ->
              (value, arguments) ->
                  Format.percent(PythonText.of(value), new Tuple(arguments.positional()));
          case "tojson" -> (value, arguments) -> Json.write(value, arguments);
          case "default", "d" ->
              (value, arguments) ->
                  value instanceof Undefined
                          || arguments.flag(1, "boolean") && !Values.isTrue(value)
                      ? arguments.get(0, "default_value", "")
                      : value;
          case "int" -> (value, arguments) -> integer(value, arguments);
          case "float" -> (value, arguments) -> floating(value, arguments.get(0, "default", 0.0));
          case "abs" ->
              (value, arguments) ->
                  Values.compare(value, 0L) < 0 ? Operators.negative(value) : value;
          case "round" -> (value, arguments) -> rounded(value, arguments);
          case "length", "count" -> (value, arguments) -> Values.length(value);
          case "attr" -> (value, arguments) -> Access.attribute(value, arguments.text(0, "name"));
          default -> null;
        });
  }

  private static Object method(Object value, String name, Arguments arguments) {
    return TextMethods.named(PythonText.of(value), name).orElseThrow().call(arguments);
  }

  /** A capital after each blank, hyphen and opening bracket; not after apostrophes, unlike the method. */
  private static String title(String text) {
    var titled = new StringBuilder();
    boolean begins = true;
    for (int point : text.codePoints().toArray()) {
      titled.appendCodePoint(begins ? Character.toUpperCase(point) : Character.toLowerCase(point));
      begins = PythonText.isSpace(point) || "-({[<".indexOf(point) >= 0;
    }
    return titled.toString();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("'", "&#39;")
        .replace("\"", "&#34;");
  }

  private static String indented(Object value, Arguments arguments) {
    Object width = arguments.get(0, "width", 4L);
    String blanks =
        width instanceof String given
            ? given
            : " ".repeat(Math.clamp(arguments.integer(0, "width", 4), 0, 1000));
    boolean first = arguments.flag(1, "first");
    boolean blank = arguments.flag(2, "blank");
    var text = new StringBuilder();
    boolean firstLine = true;
    // A line break at the end counts: what comes after it is an empty line.
    for (Object line : Splitting.lines(PythonText.of(value) + "\n", false)) {
      String content = (String) line;
      if (!firstLine) {
        text.append('\n');
      }
      if (firstLine ? first : blank || !content.isEmpty()) {
        text.append(blanks);
      }
      text.append(content);
      firstLine = false;
      Budget.make((long) blanks.length() + content.length());
    }
    return text.toString();
  }

  private static Object integer(Object value, Arguments arguments) {
    Object otherwise = arguments.get(0, "default", 0L);
    int base = (int) arguments.integer(1, "base", 10);
    return switch (value) {
      case Boolean flag -> flag ? 1L : 0L;
      case Double number -> (long) (double) number;
      case Number number -> number;
      case String text -> parsed(PythonText.strip(text), base, otherwise);
      default -> otherwise;
    };
  }

  private static Object parsed(String text, int base, Object otherwise) {
    try {
      return Long.parseLong(text.replace("_", ""), base);
    } catch (NumberFormatException e) {
      return floating(text, None.NONE) instanceof Double number && base == 10
          ? (Object) (long) (double) number
          : otherwise;
    }
  }

  private static Object floating(Object value, Object otherwise) {
    if (Values.isNumber(value)) {
      return Values.number(value);
    }
    if (value instanceof String text) {
      try {
        return Double.parseDouble(PythonText.strip(text).toLowerCase(Locale.ROOT));
      } catch (NumberFormatException e) {
        return otherwise;
      }
    }
    return otherwise;
  }

  private static Object rounded(Object value, Arguments arguments) {
    if (!Values.isNumber(value)) {
      throw new JinjaException("round needs a number, not " + Values.kind(value));
    }
    double factor = Math.pow(10, arguments.integer(0, "precision", 0));
    double scaled = Values.number(value) * factor;
    return switch (PythonText.of(arguments.get(1, "method", "common"))) {
      case "ceil" -> Math.ceil(scaled) / factor;
      case "floor" -> Math.floor(scaled) / factor;
      default -> Math.rint(scaled) / factor;
    };
  }
}
