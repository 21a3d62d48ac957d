package studio.timbre.checks;

import java.util.Arrays;

/**
 * What was found in each slot, a bit for each kind, with the count of every kind. What somebody let pass stays found, as others hang on it,
 * and is not told. Lists that were handed out keep what they saw: a page that they look at is copied before it changes.
 */
final class Findings {
  private static final int BITS = 12;
  private static final int PAGE = 1 << BITS;
  private static final long[] NOTHING = new long[0];

  private long[][] pages = new long[0][];

  /** What was let pass; a page in which nothing was has no length. */
  private long[][] passed = new long[0][];

  private boolean[] lent = new boolean[0];
  private final int[] counts = new int[Long.SIZE];
  private final int[] untold = new int[Long.SIZE];

  /** What is told, for good. */
  record Told(long[][] found, long[][] passed) {
    boolean has(int slot, int kind) {
      int page = slot >>> BITS;
      int place = slot & PAGE - 1;
      long hidden = passed[page].length == 0 ? 0 : passed[page][place];
      return ((found[page][place] & ~hidden) >>> kind & 1) == 1;
    }
  }

  /** Makes room for so many slots. */
  void reach(int slots) {
    int needed = (slots + PAGE - 1) >>> BITS;
    if (needed > pages.length) {
      int known = pages.length;
      pages = Arrays.copyOf(pages, needed);
      passed = Arrays.copyOf(passed, needed);
      lent = Arrays.copyOf(lent, needed);
      for (int page = known; page < needed; page++) {
        pages[page] = new long[PAGE];
        passed[page] = NOTHING;
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
      count(slot, kind, found ? 1 : -1);
    }
  }

  /** Sets all kinds of a mask as they are in some bits. */
  void setAll(int slot, long mask, long found) {
    long changed = (of(slot) ^ found) & mask;
    if (changed != 0) {
      own(slot)[slot & PAGE - 1] ^= changed;
      for (long rest = changed; rest != 0; rest &= rest - 1) {
        int kind = Long.numberOfTrailingZeros(rest);
        count(slot, kind, (found >>> kind & 1) == 1 ? 1 : -1);
      }
    }
  }

  private void count(int slot, int kind, int change) {
    counts[kind] += change;
    untold[kind] += isPassed(slot, kind) ? change : 0;
  }

  boolean isPassed(int slot, int kind) {
    return (passedIn(slot) >>> kind & 1) == 1;
  }

  private long passedIn(int slot) {
    var page = passed[slot >>> BITS];
    return page.length == 0 ? 0 : page[slot & PAGE - 1];
  }

  /** Lets these kinds pass in a slot, and no others. */
  void letPass(int slot, long kinds) {
    long changed = passedIn(slot) ^ kinds;
    if (changed == 0) {
      return;
    }
    own(slot);
    int page = slot >>> BITS;
    if (passed[page].length == 0) {
      passed[page] = new long[PAGE];
    }
    passed[page][slot & PAGE - 1] = kinds;
    for (long rest = changed & of(slot); rest != 0; rest &= rest - 1) {
      int kind = Long.numberOfTrailingZeros(rest);
      untold[kind] += (kinds >>> kind & 1) == 1 ? 1 : -1;
    }
  }

  private long[] own(int slot) {
    int page = slot >>> BITS;
    if (lent[page]) {
      pages[page] = pages[page].clone();
      passed[page] = passed[page].clone();
      lent[page] = false;
    }
    return pages[page];
  }

  /** In how many slots a kind is told. */
  int told(int kind) {
    return counts[kind] - untold[kind];
  }

  /** How it is now, for good. */
  Told lend() {
    Arrays.fill(lent, true);
    return new Told(pages.clone(), passed.clone());
  }
}
