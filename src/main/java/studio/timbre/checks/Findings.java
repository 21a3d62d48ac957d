package studio.timbre.checks;

import java.util.Arrays;

/**
 * What was found in each slot, a bit for each kind, with the count of every kind. Lists that were handed out keep what they saw: a page
 * that they look at is copied before it changes.
 */
final class Findings {
  private static final int BITS = 12;
  private static final int PAGE = 1 << BITS;

  private long[][] pages = new long[0][];
  private boolean[] lent = new boolean[0];
  private final int[] counts = new int[Long.SIZE];

  /** Makes room for so many slots. */
  void reach(int slots) {
    int needed = (slots + PAGE - 1) >>> BITS;
    if (needed > pages.length) {
      int known = pages.length;
      pages = Arrays.copyOf(pages, needed);
      lent = Arrays.copyOf(lent, needed);
      for (int page = known; page < needed; page++) {
        pages[page] = new long[PAGE];
      }
    }
  }

  long of(int slot) {
    return pages[slot >>> BITS][slot & PAGE - 1];
  }

  boolean has(int slot, int kind) {
    return (of(slot) >>> kind & 1) == 1;
  }

  void set(int slot, int kind, boolean found) {
    if (has(slot, kind) != found) {
      own(slot)[slot & PAGE - 1] ^= 1L << kind;
      counts[kind] += found ? 1 : -1;
    }
  }

  /** Sets all kinds of a mask as they are in some bits. */
  void setAll(int slot, long mask, long found) {
    long changed = (of(slot) ^ found) & mask;
    if (changed != 0) {
      own(slot)[slot & PAGE - 1] ^= changed;
      for (long rest = changed; rest != 0; rest &= rest - 1) {
        int kind = Long.numberOfTrailingZeros(rest);
        counts[kind] += (found >>> kind & 1) == 1 ? 1 : -1;
      }
    }
  }

  private long[] own(int slot) {
    int page = slot >>> BITS;
    if (lent[page]) {
      pages[page] = pages[page].clone();
      lent[page] = false;
    }
    return pages[page];
  }

  int count(int kind) {
    return counts[kind];
  }

  /** How it is now, for good. */
  long[][] lend() {
    Arrays.fill(lent, true);
    return pages.clone();
  }

  /** Out of what was lent. */
  static long of(long[][] lentPages, int slot) {
    return lentPages[slot >>> BITS][slot & PAGE - 1];
  }
}
