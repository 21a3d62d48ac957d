package studio.timbre.voice;

import java.text.Normalizer;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Counts the syllables of English and Portuguese words by their letters. */
final class Syllables {
  private static final Pattern ENGLISH_GROUP = Pattern.compile("[aeiouy]+");

  /** Two vowels that are spoken apart: cha-os, cre-ate, sci-ence, du-al. */
  private static final Pattern ENGLISH_APART =
      Pattern.compile(
          "ia(?!l\\b|n\\b|r)|iu|io(?!n|us)|eo(?!us|n\\b)|ua(?!r)|uou|(?<!q)uie|[aeiouy]ing|(?<!g|q)ui(?=ty|d\\b|n\\b)"
              + "|ie(?=nt|nce|t)|(?<=cr|th)ea(?=t|te)|(?<!g)oe(?=m|t)|iest|ier\\b|uel|uen|yi|dua|iate");

  /** An e that is not spoken at the end or within a word. */
  private static final Pattern ENGLISH_MUTE =
      Pattern.compile(
          "(?<=[aeiouy][^aeiouy]{1,3}|[aeiouy]{2}[^aeiouy]{1,2})(?:(?<!l)e\\b|(?<=[aeiouylr]l)e\\b|(?<![td])ed\\b|(?<![csxzg]|sh|ch)es\\b|e(?=ly\\b|ment|ful|less|ness\\b|where\\b|one\\b|thing\\b))");

  private static final Map<String, Integer> ENGLISH =
      Map.ofEntries(
          Map.entry("the", 1),
          Map.entry("every", 2),
          Map.entry("everything", 3),
          Map.entry("everyone", 3),
          Map.entry("business", 2),
          Map.entry("different", 3),
          Map.entry("our", 1),
          Map.entry("hour", 1),
          Map.entry("hours", 1),
          Map.entry("ours", 1),
          Map.entry("people", 2),
          Map.entry("something", 2),
          Map.entry("sometimes", 2),
          Map.entry("being", 2),
          Map.entry("idea", 3),
          Map.entry("area", 3),
          Map.entry("real", 1),
          Map.entry("really", 2),
          Map.entry("evening", 2),
          Map.entry("interest", 2),
          Map.entry("recipe", 3),
          Map.entry("coffee", 2),
          Map.entry("says", 1),
          Map.entry("does", 1),
          Map.entry("goes", 1),
          Map.entry("shoes", 1),
          Map.entry("forever", 3),
          Map.entry("someone", 2),
          Map.entry("schedule", 2),
          Map.entry("february", 4));

  private static final Set<Character> VOWELS =
      Set.of(
          'a', 'e', 'i', 'o', 'u', 'á', 'é', 'í', 'ó', 'ú', 'â', 'ê', 'ô', 'ã', 'õ', 'à', 'ü', 'y');

  /** Few words are most of all texts, and to look at their letters takes a microsecond or more. */
  private static final Map<String, Integer> COUNTED = new ConcurrentHashMap<>();

  private static final int MOST_COUNTED = 50_000;

  private Syllables() {}

  /**
   * Of an English word.
   *
   * @param word in small letters
   * @return at least 1
   */
  static int english(String word) {
    Integer counted = COUNTED.get(word);
    if (counted != null) {
      return counted;
    }
    int count = count(word);
    if (COUNTED.size() < MOST_COUNTED) {
      COUNTED.put(word, count);
    }
    return count;
  }

  private static int count(String word) {
    String bare = word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
    Integer known = ENGLISH.get(bare);
    if (known != null) {
      return known;
    }
    if (bare.indexOf('-') > 0) {
      int sum = 0;
      for (String part : bare.split("-", -1)) {
        sum += part.isEmpty() ? 0 : english(part);
      }
      return sum;
    }
    // What is not is isn't, of two syllables; can't and don't are of one.
    boolean not =
        bare.endsWith("n't")
            && bare.length() > 4
            && "aeiouwr".indexOf(bare.charAt(bare.length() - 4)) < 0;
    String letters = plain(bare);
    int count = (int) ENGLISH_GROUP.matcher(letters).results().count();
    count += (int) ENGLISH_APART.matcher(letters).results().count();
    count -= (int) ENGLISH_MUTE.matcher(letters).results().count();
    if (letters.endsWith("sm")) {
      count++;
    }
    return Math.max(1, count + (not ? 1 : 0));
  }

  private static String plain(String word) {
    boolean ascii = word.chars().allMatch(sign -> sign < 128);
    String apart = ascii ? word : Normalizer.normalize(word, Normalizer.Form.NFD);
    return apart.replaceAll("[^a-z]", "");
  }

  /**
   * Of a Portuguese word: each vowel is one, but for the second of a falling diphthong (pai, meu, coisa, mão), a u behind q and g before
   * e and i, and i and u before a vowel at the end (história, água).
   *
   * @param word in small letters
   * @return at least 1
   */
  static int portuguese(String word) {
    int count = 0;
    for (int at = 0; at < word.length(); at++) {
      if (VOWELS.contains(word.charAt(at)) && !glides(word, at)) {
        count++;
      }
    }
    return Math.max(1, count);
  }

  private static boolean glides(String word, int at) {
    char sign = word.charAt(at);
    char before = at > 0 ? word.charAt(at - 1) : ' ';
    char next = at + 1 < word.length() ? word.charAt(at + 1) : ' ';
    boolean vowelBefore = VOWELS.contains(before) && !(before == 'u' && isAfterQ(word, at - 1));
    boolean vowelNext = VOWELS.contains(next);
    if (sign == 'u' && isAfterQ(word, at) && vowelNext) {
      return true;
    }
    if (sign == 'i' || sign == 'u') {
      // Of two such, the first is spoken; before nh, and before l, m, n, r or z at the end of its
      // syllable, it stands alone: ra-i-nha, ra-iz.
      boolean alone =
          word.startsWith("nh", at + 1)
              || "lmnrz".indexOf(next) >= 0
                  && (at + 2 >= word.length() || !VOWELS.contains(word.charAt(at + 2)));
      if (vowelBefore && before != sign && !isHigh(before) && !alone) {
        return true;
      }
      boolean atEnd = at + 2 == word.length() || at + 3 == word.length() && word.endsWith("s");
      return vowelNext && "aeo".indexOf(next) >= 0 && atEnd && hasStressMark(word, at);
    }
    return (sign == 'o' || sign == 'e') && (before == 'ã' || before == 'õ');
  }

  private static boolean isHigh(char sign) {
    return sign == 'i' || sign == 'u' || sign == 'í' || sign == 'ú';
  }

  private static boolean isAfterQ(String word, int at) {
    if (at == 0 || word.charAt(at) != 'u') {
      return false;
    }
    char next = at + 1 < word.length() ? word.charAt(at + 1) : ' ';
    char before = word.charAt(at - 1);
    return before == 'q'
        || before == 'g'
            && (next == 'e'
                || next == 'i'
                || next == 'a'
                || next == 'o'
                || next == 'é'
                || next == 'í');
  }

  /** A mark before it says that the end is not stressed, so that it glides: história, but alegria. */
  private static boolean hasStressMark(String word, int before) {
    for (int at = 0; at < before; at++) {
      if ("áéíóúâêô".indexOf(word.charAt(at)) >= 0) {
        return true;
      }
    }
    return false;
  }
}
