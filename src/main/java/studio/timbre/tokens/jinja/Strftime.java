package studio.timbre.tokens.jinja;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates as C's {@code strftime} writes them in the C locale. */
final class Strftime {

  private Strftime() {}

  static String write(LocalDateTime time, String format) {
    var text = new StringBuilder();
    for (int i = 0; i < format.length(); i++) {
      char c = format.charAt(i);
      if (c != '%' || i + 1 == format.length()) {
        text.append(c);
        continue;
      }
      boolean unpadded = format.charAt(i + 1) == '-' && i + 2 < format.length();
      i += unpadded ? 2 : 1;
      text.append(part(time, format.charAt(i), unpadded));
    }
    return text.toString();
  }

  private static String part(LocalDateTime time, char code, boolean unpadded) {
    String pattern =
        switch (code) {
          case 'Y' -> "yyyy";
          case 'y' -> "yy";
          case 'm' -> unpadded ? "M" : "MM";
          case 'd' -> unpadded ? "d" : "dd";
          case 'e' -> "ppd";
          case 'H' -> unpadded ? "H" : "HH";
          case 'I' -> unpadded ? "h" : "hh";
          case 'M' -> unpadded ? "m" : "mm";
          case 'S' -> unpadded ? "s" : "ss";
          case 'f' -> "SSSSSS";
          case 'p' -> "a";
          case 'j' -> unpadded ? "D" : "DDD";
          case 'a' -> "EEE";
          case 'A' -> "EEEE";
          case 'b', 'h' -> "MMM";
          case 'B' -> "MMMM";
          case 'F' -> "yyyy-MM-dd";
          case 'T', 'X' -> "HH:mm:ss";
          case 'R' -> "HH:mm";
          case 'D', 'x' -> "MM/dd/yy";
          case 'c' -> "EEE MMM ppd HH:mm:ss yyyy";
          default -> "";
        };
    return switch (code) {
      case '%' -> "%";
      case 'n' -> "\n";
      case 't' -> "\t";
      case 'w' -> Integer.toString(time.getDayOfWeek().getValue() % 7);
      case 'u' -> Integer.toString(time.getDayOfWeek().getValue());
      // The clock is a local one without a zone, as Python's datetime.now().
      case 'z', 'Z' -> "";
      default -> {
        if (pattern.isEmpty()) {
          throw new JinjaException("the date code %" + code + " is not known");
        }
        yield DateTimeFormatter.ofPattern(pattern, Locale.US).format(time);
      }
    };
  }
}
