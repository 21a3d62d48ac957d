package studio.timbre.app.history;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The words of a text, with what stands between them: each run of letters and digits, each run of blanks, and every other character
 * by itself. Scripts that are written without blanks come character by character. Together they are the text again.
 */
final class Tokens {
  private static final Set<UnicodeScript> WITHOUT_BLANKS =
      Set.of(
          UnicodeScript.HAN,
          UnicodeScript.HIRAGANA,
          UnicodeScript.KATAKANA,
          UnicodeScript.THAI,
          UnicodeScript.LAO,
          UnicodeScript.KHMER,
          UnicodeScript.MYANMAR,
          UnicodeScript.TIBETAN);

  private enum Sort {
    WORD,
    BLANK,
    ALONE
  }

  private Tokens() {}

  static List<String> of(String text) {
    var tokens = new ArrayList<String>();
    int start = 0;
    Sort sort = Sort.ALONE;
    for (int at = 0; at < text.length(); ) {
      int character = text.codePointAt(at);
      var now = isMark(character) ? sort : sort(character);
      boolean goesOn = at > start && (isMark(character) || (now == sort && now != Sort.ALONE));
      if (!goesOn && at > start) {
        tokens.add(text.substring(start, at));
        start = at;
      }
      sort = now;
      at += Character.charCount(character);
    }
    if (start < text.length()) {
      tokens.add(text.substring(start));
    }
    return tokens;
  }

  /** An accent or a joiner belongs to what it stands behind. */
  private static boolean isMark(int character) {
    return switch (Character.getType(character)) {
      case Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.FORMAT ->
          true;
      default -> false;
    };
  }

  private static Sort sort(int character) {
    if (WITHOUT_BLANKS.contains(UnicodeScript.of(character))) {
      return Sort.ALONE;
    }
    if (Character.isLetterOrDigit(character)) {
      return Sort.WORD;
    }
    return Character.isWhitespace(character) && character != '\n' ? Sort.BLANK : Sort.ALONE;
  }
}
