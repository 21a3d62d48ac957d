package studio.timbre.checks;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Conversations that are nearly the same, and among them those that are learned while nearly the same is measured with. Of copies only the
 * first is compared.
 */
final class Alike {
  /** From this share of common runs of words on two are nearly the same. */
  private static final double ENOUGH = 0.8;

  /** Of those that are alike: the count goes by neighbours, who may be so in several bands. */
  private static final int ALL = 0;

  private static final int LEARNED = 1;
  private static final int MEASURED = 2;

  /** Whether copies of it are learned, and whether they are measured with: a bit each. */
  private static final int SIDES = 3;

  private static final int COUNTS = 4;

  private final Columns columns;
  private final Copies copies;
  private final Findings findings;
  private final Neighbours[] bands = new Neighbours[Signature.BANDS];
  private byte[] alike;

  /** @param copies in which all are that are in here */
  Alike(Columns columns, Copies copies, Findings findings) {
    this.columns = columns;
    this.copies = copies;
    this.findings = findings;
    this.alike = new byte[0];
    Arrays.setAll(bands, band -> new Neighbours(columns, band));
  }

  /** Compares all that are there. */
  void build(Runnable goOn) {
    alike = new byte[columns.ids.length * COUNTS];
    int[] heads = heads();
    Arrays.stream(bands)
        .parallel()
        .forEach(
            band -> {
              goOn.run();
              band.build(heads);
            });
    for (var band : bands) {
      goOn.run();
      band.eachPair((one, other) -> meet(one, other, 1));
    }
    for (int head : heads) {
      tell(head);
    }
  }

  /** The first of all that say the same, as far as they can be compared. */
  private int[] heads() {
    var heads = IntStream.builder();
    int head = -1;
    for (var walk = copies.first(); walk.hasNext(); ) {
      int slot = walk.next();
      if (columns.isSigned(slot)) {
        if (head < 0 || !copies.areSame(head, slot)) {
          head = slot;
          heads.add(head);
        }
        stand(head, side(slot), true);
      }
    }
    return heads.build().toArray();
  }

  private int side(int slot) {
    return columns.isHeldOut(slot) ? MEASURED : LEARNED;
  }

  private void stand(int head, int side, boolean there) {
    int at = head * COUNTS + SIDES;
    alike[at] = (byte) (there ? alike[at] | side : alike[at] & ~side);
  }

  private boolean stands(int head, int side) {
    return (alike[head * COUNTS + SIDES] & side) != 0;
  }

  /** Every two that are nearly the same; of copies the first alone, and some twice. */
  void eachPair(Neighbours.Taker taker) {
    for (var band : bands) {
      band.eachPair(
          (one, other) -> {
            if (areAlike(one, other)) {
              taker.take(one, other);
            }
          });
    }
  }

  /** One has come, and stands among the copies already. */
  void add(int slot) {
    if (!columns.isSigned(slot)) {
      return;
    }
    reach(slot);
    var family = new Family(slot);
    int side = side(slot);
    if (family.size() == 1) {
      stand(slot, side, true);
      for (var band : bands) {
        band.add(slot, (one, other) -> met(one, other, 1), (one, other) -> met(one, other, -1));
      }
    } else {
      int next = family.first() == slot ? family.second() : slot;
      if (next != slot) {
        handOver(next, slot);
      }
      if (!stands(family.first(), side)) {
        stand(family.first(), side, true);
        eachAlike(family.first(), other -> count(other, side, 1));
      }
    }
    tell(family.first());
  }

  /** One goes; it stands among the copies still. */
  void remove(int slot) {
    if (!columns.isSigned(slot)) {
      return;
    }
    var family = new Family(slot);
    if (family.size() == 1) {
      for (var band : bands) {
        band.remove(slot, (one, other) -> met(one, other, 1), (one, other) -> met(one, other, -1));
      }
    } else {
      int side = side(slot);
      if (copies.few(slot, columns.isHeldOut(slot)) == 1) {
        stand(family.first(), side, false);
        eachAlike(family.first(), other -> count(other, side, -1));
      }
      if (family.first() == slot) {
        handOver(slot, family.second());
      }
    }
    Arrays.fill(alike, slot * COUNTS, (slot + 1) * COUNTS, (byte) 0);
  }

  /** The first two of those that say the same, as far as there are so many. */
  private final class Family {
    private final int[] first = new int[2];
    private int size;

    Family(int slot) {
      copies.each(
          slot,
          other -> {
            if (size < first.length) {
              first[size] = other;
            }
            size++;
          });
    }

    int size() {
      return size;
    }

    int first() {
      return first[0];
    }

    int second() {
      return first[1];
    }
  }

  private void reach(int slot) {
    if ((slot + 1) * COUNTS > alike.length) {
      alike = Arrays.copyOf(alike, columns.ids.length * COUNTS);
    }
  }

  /** Another stands for its copies from now on. */
  private void handOver(int from, int to) {
    for (var band : bands) {
      band.replace(from, to);
    }
    System.arraycopy(alike, from * COUNTS, alike, to * COUNTS, COUNTS);
    Arrays.fill(alike, from * COUNTS, (from + 1) * COUNTS, (byte) 0);
  }

  private void eachAlike(int head, IntConsumer taker) {
    for (var band : bands) {
      band.each(
          head,
          other -> {
            if (areAlike(head, other)) {
              taker.accept(other);
              tell(other);
            }
          });
    }
  }

  private boolean areAlike(int one, int other) {
    return Signature.alike(columns.signatures, one, other) >= ENOUGH;
  }

  private void met(int one, int other, int by) {
    if (meet(one, other, by)) {
      tell(one);
      tell(other);
    }
  }

  private boolean meet(int one, int other, int by) {
    boolean near = areAlike(one, other);
    if (near) {
      meets(one, other, by);
      meets(other, one, by);
    }
    return near;
  }

  private void meets(int one, int other, int by) {
    count(one, ALL, by);
    if (stands(other, LEARNED)) {
      count(one, LEARNED, by);
    }
    if (stands(other, MEASURED)) {
      count(one, MEASURED, by);
    }
  }

  private void count(int slot, int what, int by) {
    alike[slot * COUNTS + what] += (byte) by;
  }

  private boolean any(int slot, int what) {
    return alike[slot * COUNTS + what] != 0;
  }

  /** What is known of the first of some copies is told of all. */
  private void tell(int head) {
    boolean near = any(head, ALL);
    boolean learned = any(head, LEARNED);
    boolean measured = any(head, MEASURED);
    copies.each(
        head,
        slot -> {
          findings.set(slot, TextProblem.NEAR_DUPLICATE.ordinal(), near);
          findings.set(
              slot,
              TextProblem.HELD_OUT_LEAK.ordinal(),
              columns.isHeldOut(slot) ? learned : measured);
        });
  }
}
