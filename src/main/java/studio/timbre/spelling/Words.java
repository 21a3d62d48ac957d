package studio.timbre.spelling;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The words of a text that a dictionary can be asked about. */
final class Words {
  /**
   * A word and where it begins.
   *
   * @param opens whether it is the first of a sentence
   */
  record Word(int start, String text, boolean opens) {
    int end() {
      return start + text.length();
    }
  }

  /** Letters with marks; hyphens and apostrophes only between them. */
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+(?:[-'’][\\p{L}\\p{M}]+)*");

  /** What is no prose: addresses, placeholders, code, and whatever has digits or underscores in it. */
  private static final Pattern NO_PROSE =
      Pattern.compile(
          "\\S+://\\S+|www\\.\\S+|\\S+@\\S+|\\{\\{.*?}}|\\{[^{}\\s]*}|<[^<>\\s][^<>]*>|\\[[A-Z_]+]|`[^`]*`"
              + "|[#@/]\\S+|\\S*[\\d_\\\\]\\S*|\\S+\\.[a-z]{2,4}\\b");

  private Words() {}

  /** All that is prose in Latin letters, in the order of the text. */
  static List<Word> of(String text) {
    var skipped = new java.util.BitSet(text.length());
    var odd = NO_PROSE.matcher(text);
    while (odd.find()) {
      skipped.set(odd.start(), odd.end());
    }
    var words = new ArrayList<Word>();
    var matcher = WORD.matcher(text);
    while (matcher.find()) {
      if (!skipped.get(matcher.start()) && isLatin(matcher.group())) {
        words.add(new Word(matcher.start(), matcher.group(), opens(text, matcher.start())));
      }
    }
    return words;
  }

  private static boolean isLatin(String word) {
    return word.codePoints()
        .filter(Character::isLetter)
        .allMatch(letter -> UnicodeScript.of(letter) == UnicodeScript.LATIN);
  }

  private static boolean opens(String text, int start) {
    int i = start - 1;
    boolean line = false;
    while (i >= 0 && !Character.isLetterOrDigit(text.charAt(i)) && text.charAt(i) != ',') {
      char c = text.charAt(i);
      if (c == '.' || c == '!' || c == '?' || c == ':' || c == '…' || c == '\n') {
        return true;
      }
      line = c == '\n';
      i--;
    }
    return i < 0 || line;
  }
}
