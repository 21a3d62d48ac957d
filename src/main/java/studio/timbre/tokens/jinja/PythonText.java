package studio.timbre.tokens.jinja;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Values as Python writes them, and what it takes for white space. */
final class PythonText {

  private PythonText() {}

  /** As {@code str(value)}; what is undefined is empty. */
  static String of(Object value) {
    return switch (value) {
      case String text -> text;
      case Undefined _ -> "";
      default -> representation(value);
    };
  }

  /** As {@code repr(value)}. */
  static String representation(Object value) {
    var text = new StringBuilder();
    write(value, text);
    return text.toString();
  }

  private static void write(Object value, StringBuilder text) {
    Budget.step();
    switch (value) {
      case None _ -> text.append("None");
      case Undefined _ -> text.append("Undefined");
      case Boolean flag -> text.append(flag ? "True" : "False");
      case Double number -> text.append(floating(number));
      case Number number -> text.append(number);
      case String string -> {
        Budget.grow(text.length(), string.length());
        text.append(quoted(string));
      }
      case List<?> list -> list(list, "[", "]", text);
      case Tuple(var items) -> list(items, "(", items.size() == 1 ? ",)" : ")", text);
      case Map<?, ?> map -> {
        String separator = "{";
        for (var entry : map.entrySet()) {
          text.append(separator);
          write(entry.getKey(), text);
          text.append(": ");
          write(entry.getValue(), text);
          separator = ", ";
        }
        text.append(map.isEmpty() ? "{}" : "}");
      }
      default -> throw new JinjaException("a function cannot be written");
    }
  }

  private static void list(List<?> items, String open, String close, StringBuilder text) {
    text.append(open);
    String separator = "";
    for (Object item : items) {
      text.append(separator);
      write(item, text);
      separator = ", ";
    }
    text.append(close);
  }

  /** Double quotes only where the text holds single ones and no double ones. */
  private static String quoted(String text) {
    char quote = text.indexOf('\'') >= 0 && text.indexOf('"') < 0 ? '"' : '\'';
    var quoted = new StringBuilder().append(quote);
    text.codePoints()
        .forEach(
            point -> {
              switch (point) {
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                case '\\' -> quoted.append("\\\\");
                default -> {
                  if (point == quote) {
                    quoted.append('\\').append(quote);
                  } else if (isPrintable(point)) {
                    quoted.appendCodePoint(point);
                  } else {
                    quoted.append(
                        point < 0x100
                            ? String.format("\\x%02x", point)
                            : point < 0x10000
                                ? String.format("\\u%04x", point)
                                : String.format("\\U%08x", point));
                  }
                }
              }
            });
    return quoted.append(quote).toString();
  }

  private static boolean isPrintable(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.SPACE_SEPARATOR -> point == ' ';
      default -> true;
    };
  }

  /** The shortest digits that mean the number, with an exponent below 1e-4 and from 1e16 on. */
  static String floating(double number) {
    if (Double.isNaN(number)) {
      return "nan";
    }
    if (Double.isInfinite(number)) {
      return number > 0 ? "inf" : "-inf";
    }
    if (number == 0) {
      return 1 / number < 0 ? "-0.0" : "0.0";
    }
    var decimal = new BigDecimal(Double.toString(number)).stripTrailingZeros();
    int exponent = decimal.precision() - decimal.scale() - 1;
    if (exponent >= -4 && exponent < 16) {
      String plain = decimal.toPlainString();
      return plain.indexOf('.') < 0 ? plain + ".0" : plain;
    }
    String digits = decimal.unscaledValue().abs().toString();
    return (number < 0 ? "-" : "")
        + digits.charAt(0)
        + (digits.length() > 1 ? "." + digits.substring(1) : "")
        + (exponent < 0 ? "e-" : "e+")
        + (Math.abs(exponent) < 10 ? "0" : "")
        + Math.abs(exponent);
  }

  static boolean isSpace(int point) {
    return point >= 0x09 && point <= 0x0d
        || point >= 0x1c && point <= 0x20
        || point == 0x85
        || Character.isSpaceChar(point);
  }

  static String strip(String text) {
    return stripLeft(stripRight(text));
  }

  static String stripLeft(String text) {
    int start = 0;
    while (start < text.length() && isSpace(text.charAt(start))) {
      start++;
    }
    return text.substring(start);
  }

  static String stripRight(String text) {
    int end = text.length();
    while (end > 0 && isSpace(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end);
  }
}
