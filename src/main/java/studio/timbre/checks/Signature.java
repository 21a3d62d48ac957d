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

  /**
   * Compares two from a band on, and from the end on with what lies before the band.
   *
   * @param signatures one after the other
   */
  static int compare(byte[] signatures, int one, int other, int band) {
    int first = band * ROWS;
    int a = one * SIZE;
    int b = other * SIZE;
    int compared =
        Arrays.compareUnsigned(signatures, a + first, a + SIZE, signatures, b + first, b + SIZE);
    return compared == 0
        ? Arrays.compareUnsigned(signatures, a, a + first, signatures, b, b + first)
        : compared;
  }

  /** The first four bytes of a band; compared as {@link #compare} does. */
  static int beginning(byte[] signatures, int number, int band) {
    int bytes = 0;
    for (int i = 0; i < 4; i++) {
      bytes = bytes << 8 | (signatures[number * SIZE + band * ROWS + i] & 0xFF);
    }
    return bytes ^ Integer.MIN_VALUE;
  }

  /** Whether a band is the same in both. */
  static boolean shareBand(byte[] signatures, int one, int other, int band) {
    int a = one * SIZE + band * ROWS;
    int b = other * SIZE + band * ROWS;
    return Arrays.equals(signatures, a, a + ROWS, signatures, b, b + ROWS);
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
