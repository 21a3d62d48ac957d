package studio.timbre.tokens.jinja;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Values as Python's {@code json.dumps(value, ensure_ascii=False)} writes them. */
final class Json {

  private final String indent;
  private final String itemSeparator;
  private final String keySeparator;
  private final boolean sorted;
  private final boolean ascii;
  private final StringBuilder text = new StringBuilder();

  private Json(Arguments arguments) {
    ascii = arguments.flag(0, "ensure_ascii");
    Object asked = arguments.get(1, "indent", None.NONE);
    indent =
        switch (asked) {
          case Long width -> " ".repeat(Math.clamp(width, 0, 100));
          case String blanks -> blanks;
          default -> "";
        };
    boolean pretty = !(asked instanceof None);
    if (arguments.get(2, "separators", None.NONE) instanceof Object given
        && !(given instanceof None)) {
      List<Object> both = Values.items(given);
      itemSeparator = PythonText.of(both.get(0)) + (pretty ? "\n" : "");
      keySeparator = PythonText.of(both.get(1));
    } else {
      itemSeparator = pretty ? ",\n" : ", ";
      keySeparator = ": ";
    }
    sorted = arguments.flag(3, "sort_keys");
  }

  /**
   * @param arguments ensure_ascii, indent, separators, sort_keys
   */
  static String write(Object value, Arguments arguments) {
    var json = new Json(arguments);
    json.value(value, "\n");
    return json.text.toString();
  }

  private boolean pretty() {
    return itemSeparator.endsWith("\n");
  }

  private void value(Object value, String lineBreak) {
    Budget.step();
    switch (value) {
      case None _ -> text.append("null");
      case Boolean flag -> text.append(flag);
      case Double number -> text.append(floating(number));
      case Number number -> text.append(number);
      case String string -> quoted(string);
      case List<?> list -> list(list, lineBreak);
      case Tuple(var items) -> list(items, lineBreak);
      case Map<?, ?> map -> map(map, lineBreak);
      default -> throw new JinjaException(Values.kind(value) + " cannot be written as JSON");
    }
  }

  private static String floating(double number) {
    if (Double.isNaN(number)) {
      return "NaN";
    }
    return Double.isInfinite(number)
        ? (number > 0 ? "Infinity" : "-Infinity")
        : PythonText.floating(number);
  }

  private void list(List<?> items, String lineBreak) {
    if (items.isEmpty()) {
      text.append("[]");
      return;
    }
    text.append('[');
    String inner = lineBreak + indent;
    separate(true, inner);
    boolean first = true;
    for (Object item : items) {
      if (!first) {
        separate(false, inner);
      }
      first = false;
      value(item, inner);
    }
    text.append(pretty() ? lineBreak : "").append(']');
  }

  private void map(Map<?, ?> map, String lineBreak) {
    if (map.isEmpty()) {
      text.append("{}");
      return;
    }
    text.append('{');
    String inner = lineBreak + indent;
    separate(true, inner);
    boolean first = true;
    for (Object key : sorted ? new ArrayList<>(new TreeMap<>(map).keySet()) : map.keySet()) {
      if (!first) {
        separate(false, inner);
      }
      first = false;
      quoted(key instanceof String name ? name : Json.write(key, Arguments.NONE));
      text.append(keySeparator);
      value(map.get(key), inner);
    }
    text.append(pretty() ? lineBreak : "").append('}');
  }

  /** What stands before an item: a line break after the bracket, or the separator with one. */
  private void separate(boolean first, String lineBreak) {
    if (!first) {
      text.append(
          pretty() ? itemSeparator.substring(0, itemSeparator.length() - 1) : itemSeparator);
    }
    if (pretty()) {
      text.append(lineBreak);
    }
  }

  private void quoted(String string) {
    Budget.grow(text.length(), string.length());
    text.append('"');
    for (int i = 0; i < string.length(); i++) {
      char c = string.charAt(i);
      switch (c) {
        case '"' -> text.append("\\\"");
        case '\\' -> text.append("\\\\");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case '\t' -> text.append("\\t");
        case '\b' -> text.append("\\b");
        case '\f' -> text.append("\\f");
        default -> {
          if (c < 0x20 || ascii && c > 0x7e) {
            text.append(String.format("\\u%04x", (int) c));
          } else {
            text.append(c);
          }
        }
      }
    }
    text.append('"');
  }
}
