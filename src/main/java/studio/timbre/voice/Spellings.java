package studio.timbre.voice;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import studio.timbre.voice.AnswerText.Word;

/** Finds names that are written in another way than ours: the same letters with other capitals, accents, hyphens or gaps. */
final class Spellings {
  private static final int MOST_WORDS = 4;

  private final Map<String, String> byLetters = new HashMap<>();
  private final TreeSet<String> sorted = new TreeSet<>();

  Spellings(Iterable<String> right) {
    for (String spelling : right) {
      String letters = letters(spelling);
      if (!letters.isEmpty()) {
        byLetters.put(letters, spelling.strip());
        sorted.add(letters);
      }
    }
  }

  /** Small letters and digits alone, without accents. */
  static String letters(String word) {
    String low = word.toLowerCase(Locale.ROOT);
    var letters = new StringBuilder(low.length());
    boolean plain = low.chars().allMatch(sign -> sign < 128);
    String apart = plain ? low : Normalizer.normalize(low, Normalizer.Form.NFD);
    for (int i = 0; i < apart.length(); i++) {
      if (Character.isLetterOrDigit(apart.charAt(i))) {
        letters.append(apart.charAt(i));
      }
    }
    return letters.toString();
  }

  void find(AnswerText text, Phrases.Taker<String> taker) {
    var words = text.words();
    for (int at = 0; at < words.size(); at++) {
      at += find(text, at, taker);
    }
  }

  /** Answers how many words behind the first were taken. */
  private int find(AnswerText text, int at, Phrases.Taker<String> taker) {
    var words = text.words();
    var letters = new StringBuilder();
    for (int i = at; i < Math.min(words.size(), at + MOST_WORDS); i++) {
      if (i > at && !text.joined(i - 1)) {
        return 0;
      }
      letters.append(letters(bare(words.get(i))));
      String next = sorted.ceiling(letters.toString());
      if (next == null || !next.startsWith(letters.toString())) {
        return 0;
      }
      if (next.contentEquals(letters)) {
        compare(text, at, i, byLetters.getOrDefault(next, ""), taker);
        return i - at;
      }
    }
    return 0;
  }

  private static String bare(Word word) {
    return word.low().endsWith("'s")
        ? word.low().substring(0, word.low().length() - 2)
        : word.low();
  }

  private static void compare(
      AnswerText text, int first, int last, String right, Phrases.Taker<String> taker) {
    var ending = text.words().get(last);
    int start = text.words().get(first).start();
    int end = ending.end() - (ending.low().length() - bare(ending).length());
    String there = text.text().substring(start, end);
    boolean opening = text.opens(first) && there.equals(capital(right));
    if (!there.equals(right) && !opening) {
      taker.take(start, end, right);
    }
  }

  private static String capital(String word) {
    int behind = word.offsetByCodePoints(0, 1);
    return word.substring(0, behind).toUpperCase(Locale.ROOT) + word.substring(behind);
  }
}
