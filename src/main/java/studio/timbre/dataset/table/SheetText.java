package studio.timbre.dataset.table;

/** The text of a cell while it is put together. */
final class SheetText {
  static final int MOST_CHARS = 16_000_000;

  private final StringBuilder text = new StringBuilder();

  void add(String more) throws BrokenTable {
    if (text.length() + more.length() > MOST_CHARS) {
      throw BrokenTable.cellTooLong(MOST_CHARS / 1_000_000);
    }
    text.append(more);
  }

  void add(char character, int times) throws BrokenTable {
    if (text.length() + (long) times > MOST_CHARS) {
      throw BrokenTable.cellTooLong(MOST_CHARS / 1_000_000);
    }
    text.repeat(character, times);
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  String take() {
    String taken = text.toString();
    text.setLength(0);
    return taken;
  }

  /** Characters that XML cannot hold are written by Excel as {@code _x0007_} (ECMA-376, part 1, 22.9.2.19). */
  static String unescaped(String text) {
    int at = text.indexOf("_x");
    if (at < 0) {
      return text;
    }
    var out = new StringBuilder(text.length());
    int from = 0;
    while (at >= 0) {
      if (at + 7 <= text.length() && text.charAt(at + 6) == '_' && isHex(text, at + 2)) {
        out.append(text, from, at).append((char) Integer.parseInt(text, at + 2, at + 6, 16));
        from = at + 7;
        at = text.indexOf("_x", from);
      } else {
        at = text.indexOf("_x", at + 1);
      }
    }
    return out.append(text, from, text.length()).toString();
  }

  /** The other way. */
  static String escaped(String text) {
    var out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (pair) {
        out.append(c).append(text.charAt(++i));
      } else if (isAllowed(c) && !looksEscaped(text, i)) {
        out.append(c);
      } else {
        out.append("_x%04X_".formatted((int) c));
      }
    }
    return out.toString();
  }

  private static boolean looksEscaped(String text, int at) {
    return text.startsWith("_x", at)
        && at + 7 <= text.length()
        && text.charAt(at + 6) == '_'
        && isHex(text, at + 2);
  }

  /** A carriage return would come back as a line feed. */
  private static boolean isAllowed(char c) {
    return c == '\t' || c == '\n' || (c >= ' ' && c < '\ufffe' && !Character.isSurrogate(c));
  }

  private static boolean isHex(String text, int from) {
    for (int i = from; i < from + 4; i++) {
      if (Character.digit(text.charAt(i), 16) < 0) {
        return false;
      }
    }
    return true;
  }
}
