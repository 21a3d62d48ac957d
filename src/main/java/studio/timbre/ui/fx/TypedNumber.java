package studio.timbre.ui.fx;

import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.Locale;
import java.util.OptionalDouble;

/** Numbers as people type them. */
public final class TypedNumber {
  private TypedNumber() {}

  /** As 0.0002, 2e-4, or 0,0002 where the language writes it so; empty where it is none. */
  public static OptionalDouble parse(String text, Locale locale) {
    String clean = text.strip();
    if (clean.matches("[0-9.,]+[eE]-?[0-9]+")) {
      try {
        return OptionalDouble.of(Double.parseDouble(clean.replace(',', '.')));
      } catch (NumberFormatException noNumber) {
        return OptionalDouble.empty();
      }
    }
    var format = NumberFormat.getNumberInstance(locale);
    var position = new ParsePosition(0);
    var parsed = format.parse(clean, position);
    return parsed == null || position.getIndex() < clean.length()
        ? OptionalDouble.empty()
        : OptionalDouble.of(parsed.doubleValue());
  }
}
