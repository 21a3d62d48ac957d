package studio.timbre.tokens.jinja;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** {@code split}, {@code rsplit} and {@code splitlines} of Python's {@code str}. */
final class Splitting {

  private Splitting() {}

  static List<Object> fromLeft(String text, Arguments arguments) {
    long most = most(arguments);
    return arguments.get(0, "sep", None.NONE) instanceof String separator
        ? atSeparator(text, nonEmpty(separator), most)
        : atSpace(text, most);
  }

  /** The same from the other end: mirrors the text, splits, and mirrors back. */
  static List<Object> fromRight(String text, Arguments arguments) {
    long most = most(arguments);
    List<Object> mirrored =
        arguments.get(0, "sep", None.NONE) instanceof String separator
            ? atSeparator(mirror(text), mirror(nonEmpty(separator)), most)
            : atSpace(mirror(text), most);
    Collections.reverse(mirrored);
    mirrored.replaceAll(part -> mirror((String) part));
    return mirrored;
  }

  private static long most(Arguments arguments) {
    long most = arguments.integer(1, "maxsplit", -1);
    return most < 0 ? Long.MAX_VALUE : most;
  }

  private static String nonEmpty(String separator) {
    if (separator.isEmpty()) {
      throw new JinjaException("empty separator");
    }
    return separator;
  }

  private static String mirror(String text) {
    return new StringBuilder(text).reverse().toString();
  }

  private static List<Object> atSeparator(String text, String separator, long most) {
    var parts = new ArrayList<Object>();
    int from = 0;
    for (int at = text.indexOf(separator);
        at >= 0 && parts.size() < most;
        at = text.indexOf(separator, from)) {
      parts.add(text.substring(from, at));
      from = at + separator.length();
    }
    parts.add(text.substring(from));
    return parts;
  }

  private static List<Object> atSpace(String text, long most) {
    var parts = new ArrayList<Object>();
    String rest = PythonText.stripLeft(text);
    while (!rest.isEmpty()) {
      int end = 0;
      while (end < rest.length() && !PythonText.isSpace(rest.charAt(end))) {
        end++;
      }
      if (parts.size() >= most) {
        parts.add(rest);
        return parts;
      }
      parts.add(rest.substring(0, end));
      rest = PythonText.stripLeft(rest.substring(end));
    }
    return parts;
  }

  static List<Object> lines(String text, boolean keepEnds) {
    var lines = new ArrayList<Object>();
    int from = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean ends =
          c >= 0x0a && c <= 0x0d
              || c >= 0x1c && c <= 0x1e
              || c == 0x85
              || c == 0x2028
              || c == 0x2029;
      if (ends) {
        int end = i;
        if (c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
          i++;
        }
        lines.add(text.substring(from, keepEnds ? i + 1 : end));
        from = i + 1;
      }
    }
    if (from < text.length()) {
      lines.add(text.substring(from));
    }
    return lines;
  }
}
