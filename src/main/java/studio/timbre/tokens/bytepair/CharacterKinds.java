package studio.timbre.tokens.bytepair;

/**
 * What the splitting of a text asks of a character, as bits. Half a surrogate pair is of the kind of U+FFFD, which takes its place:
 * of none.
 */
final class CharacterKinds {
  /** May stand in the first part of a word: a capital, a title letter, or a letter or a mark without case. */
  static final int FIRST = 1;

  /** May stand in the second part of a word: a small letter, or a letter or a mark without case. */
  static final int SECOND = 2;

  /** A letter; a mark is none. */
  static final int LETTER = 4;

  static final int NUMBER = 8;

  /** White space, line ends among it. */
  static final int SPACE = 16;

  /** CR or LF. */
  static final int BREAK = 32;

  /** Half of a pair: what the pair is of must be looked up. */
  private static final byte HALF = -1;

  private static final byte[] PLANE = new byte[0x10000];

  static {
    for (int point = 0; point < PLANE.length; point++) {
      PLANE[point] = point >= 0xD800 && point < 0xE000 ? HALF : (byte) of(point);
    }
  }

  private CharacterKinds() {}

  /** The kind of the character that begins here. */
  static int at(char[] text, int at, int end) {
    int kind = PLANE[text[at]];
    return kind >= 0 ? kind : ofHalf(text, at, end);
  }

  /** Where the next character begins. */
  static int after(char[] text, int at, int end) {
    return PLANE[text[at]] >= 0 || !isPair(text, at, end) ? at + 1 : at + 2;
  }

  /** Where the characters end that are of at least one of these kinds. */
  static int run(char[] text, int from, int end, int kinds) {
    int at = from;
    while (at < end) {
      int kind = PLANE[text[at]];
      if (kind >= 0) {
        if ((kind & kinds) == 0) {
          return at;
        }
        at++;
      } else {
        if ((ofHalf(text, at, end) & kinds) == 0) {
          return at;
        }
        at += isPair(text, at, end) ? 2 : 1;
      }
    }
    return at;
  }

  /** Where the characters end that are of none of these kinds. */
  static int runOfOthers(char[] text, int from, int end, int kinds) {
    int at = from;
    while (at < end && (at(text, at, end) & kinds) == 0) {
      at = after(text, at, end);
    }
    return at;
  }

  private static boolean isPair(char[] text, int at, int end) {
    return Character.isHighSurrogate(text[at])
        && at + 1 < end
        && Character.isLowSurrogate(text[at + 1]);
  }

  private static int ofHalf(char[] text, int at, int end) {
    return isPair(text, at, end) ? of(Character.toCodePoint(text[at], text[at + 1])) : 0;
  }

  private static int of(int point) {
    return switch (Character.getType(point)) {
      case Character.UPPERCASE_LETTER, Character.TITLECASE_LETTER -> LETTER | FIRST;
      case Character.LOWERCASE_LETTER -> LETTER | SECOND;
      case Character.MODIFIER_LETTER, Character.OTHER_LETTER -> LETTER | FIRST | SECOND;
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK ->
          FIRST | SECOND;
      case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER ->
          NUMBER;
      case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
          SPACE;
      default -> control(point);
    };
  }

  /** Unicode's White_Space: the separators, and these controls. */
  private static int control(int point) {
    return switch (point) {
      case '\n', '\r' -> SPACE | BREAK;
      case '\t', 0x0B, '\f', 0x85 -> SPACE;
      default -> 0;
    };
  }
}
