package studio.timbre.tokens.jinja;

/** Backslashes in the strings of a template, as Python reads them. */
final class Escapes {

  private Escapes() {}

  static String read(String quoted) {
    if (quoted.indexOf('\\') < 0) {
      return quoted;
    }
    var text = new StringBuilder(quoted.length());
    for (int i = 0; i < quoted.length(); i++) {
      char c = quoted.charAt(i);
      if (c != '\\' || i + 1 == quoted.length()) {
        text.append(c);
        continue;
      }
      char kind = quoted.charAt(++i);
      switch (kind) {
        case 'n' -> text.append('\n');
        case 't' -> text.append('\t');
        case 'r' -> text.append('\r');
        case 'b' -> text.append('\b');
        case 'f' -> text.append('\f');
        case 'a' -> text.append('\u0007');
        case 'v' -> text.append('\u000b');
        case '\\', '\'', '"' -> text.append(kind);
        case '\n' -> {
          // A line break after a backslash joins the lines.
        }
        case 'x' -> i = hexadecimal(quoted, i, 2, text);
        case 'u' -> i = hexadecimal(quoted, i, 4, text);
        case 'U' -> i = hexadecimal(quoted, i, 8, text);
        case '0', '1', '2', '3', '4', '5', '6', '7' -> i = octal(quoted, i, text);
        default -> text.append('\\').append(kind);
      }
    }
    return text.toString();
  }

  private static int hexadecimal(String quoted, int at, int digits, StringBuilder text) {
    try {
      int point = Integer.parseUnsignedInt(quoted, at + 1, at + 1 + digits, 16);
      text.appendCodePoint(point);
      return at + digits;
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new JinjaException("\\" + quoted.charAt(at) + " needs " + digits + " digits");
    }
  }

  private static int octal(String quoted, int at, StringBuilder text) {
    int end = at;
    int point = 0;
    while (end < quoted.length()
        && end < at + 3
        && quoted.charAt(end) >= '0'
        && quoted.charAt(end) <= '7') {
      point = point * 8 + quoted.charAt(end) - '0';
      end++;
    }
    text.appendCodePoint(point);
    return end - 1;
  }
}
