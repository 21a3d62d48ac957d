package studio.timbre.checks;

import java.util.Locale;

/** The words of a text one after the other as numbers: case and punctuation do not count. A sign of Chinese or Japanese is a word. */
final class Wording {
  private long[] words = new long[64];
  private int count;

  /** Adds the words of a text. */
  Wording add(String text) {
    String low = text.toLowerCase(Locale.ROOT);
    long word = 0;
    for (int at = 0; at < low.length(); ) {
      int sign = low.codePointAt(at);
      at += Character.charCount(sign);
      boolean alone = Character.isIdeographic(sign);
      if (alone || !Character.isLetterOrDigit(sign)) {
        put(word);
        word = 0;
      }
      if (alone) {
        put(mixed(sign));
      } else if (Character.isLetterOrDigit(sign)) {
        word = mixed(word + sign);
      }
    }
    put(word);
    return this;
  }

  private void put(long word) {
    if (word != 0) {
      if (count == words.length) {
        words = java.util.Arrays.copyOf(words, 2 * count);
      }
      words[count++] = word;
    }
  }

  int count() {
    return count;
  }

  long at(int place) {
    return words[place];
  }

  /** Two texts of the same words have the same; 0 is for none. */
  long hash() {
    long hash = 0;
    for (int i = 0; i < count; i++) {
      hash = mixed(hash + words[i]);
    }
    return hash;
  }

  /** The finalizer of SplitMix64 (Steele, Lea, Flood 2014). */
  static long mixed(long value) {
    long mixed = value + 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
