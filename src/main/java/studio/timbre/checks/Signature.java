package studio.timbre.checks;

import java.util.Arrays;

/**
 * MinHash (Broder 1997) over runs of three words, a byte of each minimum (Li and König 2010): the share of equal bytes tells how many of
 * their runs two texts share. Two texts are compared only where one of {@link #BANDS} groups of bytes is the same in both.
 */
final class Signature {
  static final int BANDS = 12;
  static final int ROWS = 5;
  static final int SIZE = BANDS * ROWS;

  /** Texts of fewer words are alike by chance. */
  private static final int FEWEST_WORDS = 8;

  private static final int RUN = 3;
  private static final long[] SEEDS = seeds();

  private Signature() {}

  private static long[] seeds() {
    var seeds = new long[SIZE];
    for (int i = 0; i < SIZE; i++) {
      seeds[i] = Wording.mixed(i);
    }
    return seeds;
  }

  private static int hashed(long run, int place) {
    long hash = (run ^ SEEDS[place]) * 0xBF58476D1CE4E5B9L;
    return (int) ((hash ^ (hash >>> 31)) * 0x94D049BB133111EBL >>> 33);
  }

  /** Empty for a text that is too short. */
  static byte[] of(Wording words) {
    if (words.count() < FEWEST_WORDS) {
      return new byte[0];
    }
    var least = new int[SIZE];
    Arrays.fill(least, Integer.MAX_VALUE);
    for (int at = 0; at + RUN <= words.count(); at++) {
      long run = 0;
      for (int i = 0; i < RUN; i++) {
        run = Wording.mixed(run + words.at(at + i));
      }
      for (int i = 0; i < SIZE; i++) {
        int hash = hashed(run, i);
        if (hash < least[i]) {
          least[i] = hash;
        }
      }
    }
    var bytes = new byte[SIZE];
    for (int i = 0; i < SIZE; i++) {
      // The smallest of many hashes is small: its upper bits tell nothing.
      bytes[i] = (byte) Wording.mixed(least[i]);
    }
    return bytes;
  }

  /** @param signatures one after the other */
  static long band(byte[] signatures, int number, int band) {
    long bytes = 0;
    for (int i = 0; i < ROWS; i++) {
      bytes = bytes << 8 | (signatures[number * SIZE + band * ROWS + i] & 0xFF);
    }
    return bytes;
  }

  /** The estimated share of runs that two have in common, from 0 to 1; equal by chance is taken off. */
  static double alike(byte[] signatures, int one, int other) {
    int equal = 0;
    for (int i = 0; i < SIZE; i++) {
      equal += signatures[one * SIZE + i] == signatures[other * SIZE + i] ? 1 : 0;
    }
    double chance = 1.0 / 256;
    return (equal / (double) SIZE - chance) / (1 - chance);
  }
}
