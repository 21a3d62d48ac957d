package studio.timbre.voice;

import java.util.ArrayList;
import java.util.List;

/** The pictures of a text: each with its skin, its parts that are joined to it, and flags as one; and smiles made of signs. */
final class Emoji {
  private static final int JOINER = 0x200D;
  private static final int AS_PICTURE = 0xFE0F;
  private static final int FIRST = 0x2600;
  private static final int FIRST_FLAG = 0x1F1E6;
  private static final int LAST_FLAG = 0x1F1FF;

  private Emoji() {}

  /** A stretch of a text, in chars. */
  record Stretch(int start, int end) {}

  static List<Stretch> in(String text) {
    var found = new ArrayList<Stretch>();
    for (int at = 0; at < text.length(); ) {
      char sign = text.charAt(at);
      if (sign == ':' || sign == ';') {
        int end = smile(text, at);
        if (end > at) {
          found.add(new Stretch(at, end));
        }
        at = Math.max(end, at + 1);
      } else if (sign < 0xA9) {
        at++;
      } else {
        int end = end(text, at);
        if (end > at) {
          found.add(new Stretch(at, end));
        }
        at = Math.max(end, at + Character.charCount(text.codePointAt(at)));
      }
    }
    return found;
  }

  /** Behind a smile like {@code :-)}, or where it began. */
  private static int smile(String text, int at) {
    if (at > 0 && !Character.isWhitespace(text.charAt(at - 1))) {
      return at;
    }
    int mouth = at + 1 < text.length() && text.charAt(at + 1) == '-' ? at + 2 : at + 1;
    boolean smiles = mouth < text.length() && ")(DP".indexOf(text.charAt(mouth)) >= 0;
    boolean alone =
        mouth + 1 >= text.length() || !Character.isLetterOrDigit(text.charAt(mouth + 1));
    return smiles && alone ? mouth + 1 : at;
  }

  /** Behind a picture, or where it began. */
  private static int end(String text, int at) {
    int sign = text.codePointAt(at);
    int end = at + Character.charCount(sign);
    if (!isPicture(text, sign, end)) {
      return at;
    }
    if (isFlag(sign)) {
      return end < text.length() && isFlag(text.codePointAt(end)) ? end + 2 : end;
    }
    end = dressed(text, end);
    while (end + 1 < text.length() && text.charAt(end) == JOINER) {
      int part = text.codePointAt(end + 1);
      end = dressed(text, end + 1 + Character.charCount(part));
    }
    return end;
  }

  private static boolean isPicture(String text, int sign, int behind) {
    boolean shown = behind < text.length() && text.charAt(behind) == AS_PICTURE;
    return Character.isEmojiPresentation(sign)
        || sign >= FIRST && Character.isEmoji(sign)
        || shown && Character.isEmoji(sign);
  }

  private static boolean isFlag(int sign) {
    return sign >= FIRST_FLAG && sign <= LAST_FLAG;
  }

  private static int dressed(String text, int at) {
    int end = at;
    while (end < text.length()) {
      int sign = text.codePointAt(end);
      if (sign != AS_PICTURE && !Character.isEmojiModifier(sign)) {
        break;
      }
      end += Character.charCount(sign);
    }
    return end;
  }
}
