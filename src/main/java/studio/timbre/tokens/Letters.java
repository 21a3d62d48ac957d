package studio.timbre.tokens;

/**
 * The characters of a text on which tokenizers differ most.
 *
 * @param digits some tokenizers take three for one token, others each by itself
 * @param accented letters of Latin script beyond ASCII, and marks such as typographic quotes
 * @param eastAsian Chinese, Japanese and Korean
 * @param twoByte Greek, Cyrillic, Hebrew and Arabic
 * @param others of every other script, and emoji
 */
record Letters(int digits, int accented, int eastAsian, int twoByte, int others) {
  static final Letters NONE = new Letters(0, 0, 0, 0, 0);

  /** Behind it lie symbols. */
  private static final int LAST_MARK = 0x206F;

  static Letters of(String text) {
    int[] found = new int[5];
    text.codePoints()
        .forEach(
            point -> {
              if (point >= 128) {
                found[kind(point)]++;
              } else if (point >= '0' && point <= '9') {
                found[0]++;
              }
            });
    return new Letters(found[0], found[1], found[2], found[3], found[4]);
  }

  Letters plus(Letters other) {
    return new Letters(
        digits + other.digits,
        accented + other.accented,
        eastAsian + other.eastAsian,
        twoByte + other.twoByte,
        others + other.others);
  }

  private static int kind(int point) {
    return switch (Character.UnicodeScript.of(point)) {
      case LATIN -> isFullWidth(point) ? 2 : 1;
      case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO -> 2;
      case GREEK, CYRILLIC, HEBREW, ARABIC -> 3;
      case COMMON, INHERITED -> common(point);
      default -> 4;
    };
  }

  private static int common(int point) {
    if (point <= LAST_MARK) {
      return 1;
    }
    return isFullWidth(point) || (point >= 0x3000 && point <= 0x30FF) ? 2 : 4;
  }

  private static boolean isFullWidth(int point) {
    return point >= 0xFF00 && point <= 0xFFEF;
  }
}
