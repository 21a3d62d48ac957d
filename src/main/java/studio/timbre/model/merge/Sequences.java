package studio.timbre.model.merge;

import java.util.Arrays;
import java.util.BitSet;

/** Orders of things that are known by number. */
public final class Sequences {
  private Sequences() {}

  /**
   * The places, in the sequence, of the fewest things that must be taken out to leave the others rising: those that were moved.
   *
   * @param sequence without repetitions
   */
  public static BitSet moved(long... sequence) {
    // Longest rising subsequence: ends[n] is the place of the smallest end of a rising run of n +
    // 1.
    var ends = new int[sequence.length];
    var before = new int[sequence.length];
    int length = 0;
    for (int i = 0; i < sequence.length; i++) {
      int low = 0;
      int high = length;
      while (low < high) {
        int middle = (low + high) / 2;
        if (sequence[ends[middle]] < sequence[i]) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      before[i] = low == 0 ? -1 : ends[low - 1];
      ends[low] = i;
      length = Math.max(length, low + 1);
    }
    var moved = new BitSet(sequence.length);
    moved.set(0, sequence.length);
    for (int at = length == 0 ? -1 : ends[length - 1]; at >= 0; at = before[at]) {
      moved.clear(at);
    }
    return moved;
  }

  static BitSet movedValues(int... sequence) {
    var values = new BitSet();
    moved(Arrays.stream(sequence).asLongStream().toArray()).stream()
        .forEach(place -> values.set(sequence[place]));
    return values;
  }
}
