package studio.timbre.checks;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Slots in an order that their columns give, in pieces of a few hundred: one comes or goes at the cost of a piece, and a million take
 * five megabytes. What a slot is sorted by must stay as it is while the slot is in here.
 */
abstract class SortedSlots {
  private static final int PIECE = 512;

  /** Of a piece that was just built; the rest is for those that come. */
  private static final int FILLED = 448;

  private int[][] pieces = {new int[PIECE]};
  private int[] sizes = new int[1];
  private int used = 1;

  /** By this first. */
  abstract int key(int slot);

  /** Where the keys are equal; 0 for the same slot alone. */
  abstract int compareEqualKeys(int one, int other);

  private int compare(int one, int other) {
    int first = Integer.compare(key(one), key(other));
    return first == 0 ? compareEqualKeys(one, other) : first;
  }

  /** In place of what was in here. */
  void build(int... slots) {
    // Sorted as numbers, the key above the slot: only where keys are equal anything is compared.
    var keyed = new long[slots.length];
    for (int i = 0; i < slots.length; i++) {
      keyed[i] = (long) key(slots[i]) << 32 | slots[i];
    }
    Arrays.parallelSort(keyed);
    var sorted = new int[slots.length];
    for (int i = 0; i < slots.length; i++) {
      sorted[i] = (int) keyed[i];
    }
    int end;
    for (int start = 0; start < sorted.length; start = end) {
      end = start + 1;
      while (end < sorted.length && keyed[end] >>> 32 == keyed[start] >>> 32) {
        end++;
      }
      if (end - start > 1) {
        sort(sorted, start, end);
      }
    }
    take(sorted);
  }

  private void sort(int[] slots, int start, int end) {
    var equal = Arrays.stream(slots, start, end).boxed().sorted(this::compareEqualKeys).toList();
    for (int i = start; i < end; i++) {
      slots[i] = equal.get(i - start);
    }
  }

  private void take(int... sorted) {
    used = Math.max(1, (sorted.length + FILLED - 1) / FILLED);
    pieces = new int[used][];
    sizes = new int[used];
    for (int piece = 0; piece < used; piece++) {
      int from = piece * FILLED;
      sizes[piece] = Math.min(FILLED, sorted.length - from);
      pieces[piece] = new int[PIECE];
      System.arraycopy(sorted, from, pieces[piece], 0, sizes[piece]);
    }
  }

  void add(int slot) {
    var place = at(slot);
    int piece = place.piece;
    if (sizes[piece] == PIECE) {
      split(piece);
      if (place.at > sizes[piece]) {
        place.at -= sizes[piece];
        piece++;
      }
    }
    var slots = pieces[piece];
    System.arraycopy(slots, place.at, slots, place.at + 1, sizes[piece] - place.at);
    slots[place.at] = slot;
    sizes[piece]++;
  }

  private void split(int piece) {
    if (used == pieces.length) {
      pieces = Arrays.copyOf(pieces, used + Math.max(4, used / 4));
      sizes = Arrays.copyOf(sizes, pieces.length);
    }
    System.arraycopy(pieces, piece + 1, pieces, piece + 2, used - piece - 1);
    System.arraycopy(sizes, piece + 1, sizes, piece + 2, used - piece - 1);
    used++;
    var upper = new int[PIECE];
    int half = PIECE / 2;
    System.arraycopy(pieces[piece], half, upper, 0, PIECE - half);
    pieces[piece + 1] = upper;
    sizes[piece + 1] = PIECE - half;
    sizes[piece] = half;
  }

  void remove(int slot) {
    var place = found(slot);
    int piece = place.piece;
    var slots = pieces[piece];
    sizes[piece]--;
    System.arraycopy(slots, place.at + 1, slots, place.at, sizes[piece] - place.at);
    if (sizes[piece] == 0 && used > 1) {
      used--;
      System.arraycopy(pieces, piece + 1, pieces, piece, used - piece);
      System.arraycopy(sizes, piece + 1, sizes, piece, used - piece);
      pieces[used] = new int[0];
    }
  }

  /** Puts another in the place of one; both are sorted by the same, but for what tells them apart. */
  void replace(int slot, int by) {
    var place = found(slot);
    pieces[place.piece][place.at] = by;
  }

  private Walk found(int slot) {
    var place = at(slot);
    if (!place.hasNext() || place.peek() != slot) {
      throw new IllegalStateException("slot " + slot + " is not where it should be");
    }
    return place;
  }

  /** Before the slot, or where it would be. */
  Walk at(int slot) {
    return behind(other -> compare(other, slot) < 0);
  }

  /**
   * Behind all that come before something.
   *
   * @param isBefore true for the first of them up to a place, and false from there on
   */
  Walk behind(IntPredicate isBefore) {
    int low = 0;
    int high = used - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (isBefore.test(pieces[middle][0])) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    int from = 0;
    int to = sizes[low];
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (isBefore.test(pieces[low][middle])) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    var walk = new Walk();
    walk.piece = low;
    walk.at = from;
    if (from == sizes[low] && low + 1 < used) {
      walk.piece = low + 1;
      walk.at = 0;
    }
    return walk;
  }

  Walk first() {
    return new Walk();
  }

  /** Goes along the order, standing between two slots. Good until something comes or goes. */
  final class Walk {
    private int piece;
    private int at;

    boolean hasNext() {
      return at < sizes[piece];
    }

    int peek() {
      return pieces[piece][at];
    }

    int next() {
      int slot = pieces[piece][at++];
      if (at == sizes[piece] && piece + 1 < used) {
        piece++;
        at = 0;
      }
      return slot;
    }

    boolean hasPrevious() {
      return at > 0 || piece > 0;
    }

    int previous() {
      if (at == 0) {
        piece--;
        at = sizes[piece];
      }
      return pieces[piece][--at];
    }
  }
}
