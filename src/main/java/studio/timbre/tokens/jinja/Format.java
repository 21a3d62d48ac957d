package studio.timbre.tokens.jinja;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Python's {@code "…%s…" % values} in its common forms. */
final class Format {

  private static final Pattern PLACE =
      Pattern.compile("%(?:\\((\\w+)\\))?(?:\\.(\\d{1,2}))?([sdrfi%])|%");

  private Format() {}

  static String percent(String format, Object values) {
    List<Object> items = values instanceof Tuple(var several) ? several : List.of(values);
    var text = new StringBuilder();
    Matcher place = PLACE.matcher(format);
    int next = 0;
    while (place.find()) {
      String kind = place.group(3) == null ? "" : place.group(3);
      String put;
      if (kind.isEmpty()) {
        throw new JinjaException("this form of % in a text is not known: " + format);
      } else if (kind.equals("%")) {
        put = "%";
      } else {
        Object value;
        if (place.group(1) != null && values instanceof Map<?, ?> map) {
          value = Access.item(map, place.group(1));
        } else if (next < items.size()) {
          value = items.get(next++);
        } else {
          throw new JinjaException("too few values for " + format);
        }
        put = written(kind, place.group(2) == null ? 6 : Integer.parseInt(place.group(2)), value);
      }
      Budget.make(put.length());
      place.appendReplacement(text, Matcher.quoteReplacement(put));
    }
    return place.appendTail(text).toString();
  }

  private static String written(String kind, int digits, Object value) {
    return switch (kind) {
      case "s" -> PythonText.of(value);
      case "r" -> PythonText.representation(value);
      case "f" -> String.format(java.util.Locale.ROOT, "%." + digits + "f", floating(value));
      default -> Long.toString((long) floating(value));
    };
  }

  private static double floating(Object value) {
    if (!Values.isNumber(value)) {
      throw new JinjaException("a number is needed, not " + Values.kind(value));
    }
    return Values.number(value);
  }
}
