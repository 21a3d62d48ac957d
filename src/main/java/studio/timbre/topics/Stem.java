package studio.timbre.topics;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.regex.Pattern;

/**
 * Cuts a word down to what its forms have in common, for several languages at once: a plural meets its singular, a deed who does it. Light
 * on purpose, in the way of Harman's S stemmer ("How effective is suffixing?", 1991) and Savoy's light stemmers (2006): the rest is never
 * shown, and need not be a word.
 */
final class Stem {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  /** Shorter words stay as they are. */
  private static final int SHORT = 4;

  private Stem() {}

  /**
   * The stem of a word.
   *
   * @param word in lower case
   */
  static String of(String word) {
    // The one plural of Portuguese that changes its inside.
    String one = word.endsWith("ões") ? word.substring(0, word.length() - 3) + "ao" : word;
    String plain = plain(one);
    if (plain.length() < SHORT || plain.charAt(0) > 'z') {
      return plain;
    }
    return withoutVowel(withoutDeed(singular(withoutSuffix(plain))));
  }

  private static String plain(String word) {
    for (int at = 0; at < word.length(); at++) {
      if (word.charAt(at) > 'z') {
        return MARKS.matcher(Normalizer.normalize(word, Form.NFD)).replaceAll("");
      }
    }
    return word;
  }

  /** What Indonesian hangs on: {@code kopinya}, {@code bisakah}. */
  private static String withoutSuffix(String word) {
    return word.length() >= 7 && (word.endsWith("nya") || word.endsWith("kah"))
        ? cut(word, 3)
        : word;
  }

  private static String singular(String word) {
    if (word.endsWith("ies") && word.length() > SHORT) {
      return cut(word, 3) + "y";
    }
    boolean own = word.endsWith("ss") || word.endsWith("us") || word.endsWith("is");
    return word.endsWith("s") && !own ? cut(word, 1) : word;
  }

  /** {@code roasting} and {@code roasted}, {@code shipping} with one {@code p}. */
  private static String withoutDeed(String word) {
    if (word.length() >= 7 && word.endsWith("ing")) {
      return undoubled(cut(word, 3));
    }
    if (word.length() >= 6 && word.endsWith("ed")) {
      return undoubled(cut(word, 2));
    }
    return word.length() >= 6 && word.endsWith("en") ? cut(word, 2) : word;
  }

  private static String undoubled(String word) {
    int last = word.length() - 1;
    boolean twice = last > 1 && word.charAt(last) == word.charAt(last - 1);
    return twice && "aeiousl".indexOf(word.charAt(last)) < 0 ? cut(word, 1) : word;
  }

  private static String withoutVowel(String word) {
    return word.length() >= SHORT && "aeoy".indexOf(word.charAt(word.length() - 1)) >= 0
        ? cut(word, 1)
        : word;
  }

  private static String cut(String word, int letters) {
    return word.substring(0, word.length() - letters);
  }
}
