package studio.timbre.checks;

import java.util.function.IntConsumer;

/**
 * Conversations that are the same to the letter, those that are learned before those that are measured with: what is said of one is said
 * of all, so that the others are compared with the first alone.
 */
final class Copies extends SortedSlots {
  private final Columns columns;

  Copies(Columns columns) {
    this.columns = columns;
  }

  @Override
  int key(int slot) {
    return (int) (columns.fingerprints[slot] >>> 32);
  }

  @Override
  int compareEqualKeys(int one, int other) {
    int same = Long.compare(columns.fingerprints[one], columns.fingerprints[other]);
    if (same != 0) {
      return same;
    }
    int split = Boolean.compare(columns.isHeldOut(one), columns.isHeldOut(other));
    return split == 0 ? Integer.compare(one, other) : split;
  }

  boolean areSame(int one, int other) {
    return columns.fingerprints[one] == columns.fingerprints[other];
  }

  /** Before the first of those that say the same, of which the slot itself need not be one. */
  private Walk before(int slot) {
    long fingerprint = columns.fingerprints[slot];
    int key = key(slot);
    return behind(
        other -> key(other) == key ? columns.fingerprints[other] < fingerprint : key(other) < key);
  }

  /** All that say the same as a slot, the first first. */
  void each(int slot, IntConsumer taker) {
    var walk = before(slot);
    while (walk.hasNext() && areSame(walk.peek(), slot)) {
      taker.accept(walk.next());
    }
  }

  /** How many of them are learned, or measured with; from two on it may say two. */
  int few(int slot, boolean heldOut) {
    var walk = heldOut ? behindAll(slot) : before(slot);
    int count = 0;
    while (count < 2 && (heldOut ? walk.hasPrevious() : walk.hasNext())) {
      int other = heldOut ? walk.previous() : walk.next();
      if (!areSame(other, slot) || columns.isHeldOut(other) != heldOut) {
        return count;
      }
      count++;
    }
    return count;
  }

  private Walk behindAll(int slot) {
    long fingerprint = columns.fingerprints[slot];
    int key = key(slot);
    return behind(
        other -> key(other) == key ? columns.fingerprints[other] <= fingerprint : key(other) < key);
  }
}
