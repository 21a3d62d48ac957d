package studio.timbre.checks;

import java.util.function.IntConsumer;

/**
 * Those that may be nearly the same by one band of their signatures: they are sorted by their signatures from that band on, and each is
 * held against the few on either side of it that have the band in common. So what is said of one hangs on its neighbours alone, whoever
 * came first, and thousands that are made from one template cost thousands of comparisons and not millions.
 */
final class Neighbours extends SortedSlots {
  /** On either side. */
  static final int REACH = 8;

  private final Columns columns;
  private final int band;

  Neighbours(Columns columns, int band) {
    this.columns = columns;
    this.band = band;
  }

  /** Told of two that are neighbours, or are so no more. */
  @FunctionalInterface
  interface Taker {
    void take(int one, int other);
  }

  @Override
  int key(int slot) {
    return Signature.beginning(columns.signatures, slot, band);
  }

  @Override
  int compareEqualKeys(int one, int other) {
    int compared = Signature.compare(columns.signatures, one, other, band);
    return compared == 0
        ? Long.compare(columns.fingerprints[one], columns.fingerprints[other])
        : compared;
  }

  /** Every two that are neighbours, once. */
  void eachPair(Taker taker) {
    var recent = new int[REACH];
    int known = 0;
    for (var walk = first(); walk.hasNext(); ) {
      int slot = walk.next();
      if (known > 0
          && !Signature.shareBand(columns.signatures, recent[(known - 1) % REACH], slot, band)) {
        known = 0;
      }
      for (int i = Math.max(0, known - REACH); i < known; i++) {
        taker.take(recent[i % REACH], slot);
      }
      recent[known++ % REACH] = slot;
    }
  }

  /** The neighbours of one that is in here. */
  void each(int slot, IntConsumer taker) {
    var sides = new Sides(slot, 1);
    for (int i = 0; i < sides.lefts; i++) {
      taker.accept(sides.left[i]);
    }
    for (int i = 0; i < sides.rights; i++) {
      taker.accept(sides.right[i]);
    }
  }

  /** Adds one, and tells whose neighbour it is and who are neighbours no more. */
  void add(int slot, Taker gained, Taker lost) {
    var sides = new Sides(slot, 0);
    sides.eachOverTheEdge(lost);
    add(slot);
    sides.eachOf(slot, gained);
  }

  /** Takes one out, and tells who become neighbours by that. */
  void remove(int slot, Taker gained, Taker lost) {
    var sides = new Sides(slot, 1);
    sides.eachOf(slot, lost);
    remove(slot);
    sides.eachOverTheEdge(gained);
  }

  /** Those on either side of a place, the nearest first. */
  private final class Sides {
    private final int[] left = new int[REACH];
    private final int[] right = new int[REACH];
    private int lefts;
    private int rights;

    /** @param itself 1 where the slot stands there already, else 0 */
    Sides(int slot, int itself) {
      var walk = at(slot);
      while (lefts < REACH && walk.hasPrevious() && shares(slot, left[lefts] = walk.previous())) {
        lefts++;
      }
      walk = at(slot);
      for (int i = 0; i < itself; i++) {
        walk.next();
      }
      while (rights < REACH && walk.hasNext() && shares(slot, right[rights] = walk.next())) {
        rights++;
      }
    }

    private boolean shares(int one, int other) {
      return Signature.shareBand(columns.signatures, one, other, band);
    }

    void eachOf(int slot, Taker taker) {
      for (int i = 0; i < lefts; i++) {
        taker.take(left[i], slot);
      }
      for (int i = 0; i < rights; i++) {
        taker.take(slot, right[i]);
      }
    }

    /** Those that are just near enough while nobody stands between them. */
    void eachOverTheEdge(Taker taker) {
      for (int i = 0; i < lefts; i++) {
        int other = REACH - 1 - i;
        if (other < rights) {
          taker.take(left[i], right[other]);
        }
      }
    }
  }
}
