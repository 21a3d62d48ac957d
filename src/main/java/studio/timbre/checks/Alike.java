package studio.timbre.checks;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Conversations that are nearly the same, put together in families. One of each bucket is compared with the others of it, so a bucket of
 * thousands costs thousands of comparisons and not millions.
 */
final class Alike {
  /** From this share of common runs of words on two are nearly the same. */
  private static final double ENOUGH = 0.8;

  private final Columns columns;
  private final int[] parents;

  private Alike(Columns columns) {
    this.columns = columns;
    this.parents = new int[columns.count];
    Arrays.setAll(parents, number -> number);
  }

  static Alike of(Columns columns) {
    var alike = new Alike(columns);
    var bands = new long[columns.count];
    for (int band = 0; band < Signature.BANDS; band++) {
      for (int i = 0; i < columns.count; i++) {
        bands[i] =
            columns.signed.get(i)
                ? Wording.mixed(Signature.band(columns.signatures, i, band)) | 1
                : 0;
      }
      columns.eachGroup(bands, alike::join);
    }
    return alike;
  }

  private void join(int... bucket) {
    // Several families may share a bucket: each newcomer is held against the first of every one.
    var heads = new int[8];
    int known = 0;
    for (int number : bucket) {
      boolean joined = false;
      for (int i = 0; i < known && !joined; i++) {
        joined =
            top(heads[i]) == top(number)
                || Signature.alike(columns.signatures, heads[i], number) >= ENOUGH;
        if (joined) {
          unite(heads[i], number);
        }
      }
      if (!joined && known < heads.length) {
        heads[known++] = number;
      }
    }
  }

  private int top(int number) {
    int top = number;
    while (parents[top] != top) {
      parents[top] = parents[parents[top]];
      top = parents[top];
    }
    return top;
  }

  private void unite(int one, int other) {
    int first = top(one);
    int second = top(other);
    parents[Math.max(first, second)] = Math.min(first, second);
  }

  /** Of families whose members are not all the same to the letter, which is another finding. */
  BitSet near() {
    var different = new BitSet();
    for (int i = 0; i < columns.count; i++) {
      if (columns.fingerprints[i] != columns.fingerprints[top(i)]) {
        different.set(top(i));
      }
    }
    return members(different);
  }

  /** Of such families that are learned and measured with. */
  BitSet leaking() {
    var learned = new BitSet();
    var measured = new BitSet();
    for (int i = 0; i < columns.count; i++) {
      (columns.heldOut.get(i) ? measured : learned).set(top(i));
    }
    learned.and(measured);
    var leaking = members(learned);
    leaking.and(near());
    return leaking;
  }

  private BitSet members(BitSet tops) {
    var members = new BitSet();
    for (int i = 0; i < columns.count; i++) {
      members.set(i, tops.get(top(i)));
    }
    return members;
  }
}
