package studio.timbre.checks;

import java.util.Arrays;
import java.util.BitSet;

/** Slots in the order of the project. Lists that were handed out keep the order that they saw. */
final class Sequence {
  private int[] slots;
  private int count;
  private boolean lent;

  Sequence(int expected) {
    slots = new int[Math.max(16, expected + expected / 32)];
  }

  int count() {
    return count;
  }

  /** How it is now, for good, as far as {@link #count}. */
  int[] lend() {
    lent = true;
    return slots;
  }

  void add(int slot) {
    insert(count, slot);
  }

  /** @param place from 0 */
  void insert(int place, int slot) {
    // What stands behind the last one nobody has been lent.
    if (count == slots.length || (lent && place < count)) {
      slots = Arrays.copyOf(slots, count + 1 + count / 32);
      lent = false;
    }
    System.arraycopy(slots, place, slots, place + 1, count - place);
    slots[place] = slot;
    count++;
  }

  void removeAll(BitSet gone) {
    if (gone.isEmpty()) {
      return;
    }
    if (lent) {
      slots = slots.clone();
      lent = false;
    }
    int kept = 0;
    int left = gone.cardinality();
    int i = 0;
    for (; i < count && left > 0; i++) {
      if (gone.get(slots[i])) {
        left--;
      } else {
        slots[kept++] = slots[i];
      }
    }
    System.arraycopy(slots, i, slots, kept, count - i);
    count = kept + count - i;
  }

  /** Where a slot stands, from 0. */
  int place(int slot) {
    for (int i = count - 1; i >= 0; i--) {
      if (slots[i] == slot) {
        return i;
      }
    }
    throw new IllegalArgumentException("slot " + slot + " stands nowhere");
  }
}
