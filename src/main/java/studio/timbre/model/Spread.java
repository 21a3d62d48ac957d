package studio.timbre.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How often each number occurs.
 *
 * @param counts by number, the lowest first; every count is above 0
 */
public record Spread(SortedMap<Integer, Long> counts) {

  /** A share of this many in a thousand may lie far out, and is put into one bar together. */
  private static final double FAR_OUT = 0.01;

  /**
   * One bar of a histogram.
   *
   * @param range the last bar has no upper end where what lies far out is put together in it
   * @param count conversations in the range
   */
  public record Bar(Range range, long count) {}

  public Spread {
    counts = Collections.unmodifiableSortedMap(new TreeMap<>(counts));
  }

  /** How many numbers there are in all. */
  public long total() {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  public boolean isEmpty() {
    return counts.isEmpty();
  }

  /** Of one that is not empty. */
  public int least() {
    return counts.firstKey();
  }

  /** Of one that is not empty. */
  public int most() {
    return counts.lastKey();
  }

  /**
   * The lowest number that at least this share of all do not exceed; of one that is not empty.
   *
   * @param share above 0 and at most 1; 0.5 asks for the median
   */
  public int quantile(double share) {
    long wanted = (long) Math.ceil(share * total());
    long seen = 0;
    for (var entry : counts.entrySet()) {
      seen += entry.getValue();
      if (seen >= wanted) {
        return entry.getKey();
      }
    }
    return most();
  }

  /**
   * As bars of equal width that begin at round numbers, without a gap. The width is 1, 2 or 5 times a power of ten. The highest
   * hundredth may share the last bar, so that one huge conversation does not press all others into one.
   *
   * @param limit how many bars there may be, at least 2
   */
  public List<Bar> bars(int limit) {
    if (isEmpty()) {
      return List.of();
    }
    int high = quantile(1 - FAR_OUT);
    int width = width(high, limit);
    int first = least() / width;
    int last = high / width;
    boolean isOpen = most() / width > last;
    var sums = new long[last - first + 1 + (isOpen ? 1 : 0)];
    counts.forEach(
        (number, count) -> sums[Math.min(number / width - first, sums.length - 1)] += count);
    var bars = new ArrayList<Bar>();
    for (int i = 0; i < sums.length; i++) {
      int from = (first + i) * width;
      var to =
          isOpen && i == sums.length - 1 ? OptionalInt.empty() : OptionalInt.of(from + width - 1);
      bars.add(new Bar(new Range(OptionalInt.of(from), to), sums[i]));
    }
    return bars;
  }

  /** The narrowest with which the bars, and one more for what lies far out, are not too many. */
  private int width(int high, int limit) {
    for (int ten = 1; ; ten *= 10) {
      for (int times : new int[] {1, 2, 5}) {
        int width = ten * times;
        if (high / width - least() / width + 2 <= limit) {
          return width;
        }
      }
    }
  }
}
