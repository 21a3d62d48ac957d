package studio.timbre.checks;

import java.util.Map;
import java.util.TreeMap;

/** How long answers are, counted by their length; which are far from the one in the middle. */
final class Lengths {
  /** An answer this many times shorter, or longer, than the one in the middle is worth a look. */
  private static final int OUTLIER = 10;

  private static final int SHORT_FROM = 100;
  private static final int LONG_FROM = 400;
  private static final int FINE = 1 << 16;

  private final Columns columns;
  private final Findings findings;
  private final int[] counts = new int[FINE];
  private final TreeMap<Integer, Integer> huge = new TreeMap<>();
  private int answers;

  /** Below this an answer is too short, above the other too long. */
  private long least;

  private long most = Long.MAX_VALUE;

  Lengths(Columns columns, Findings findings) {
    this.columns = columns;
    this.findings = findings;
  }

  /** Counts one; {@link #settle} comes after it, or after many. */
  void count(int slot, int by) {
    int length = columns.lengths[slot];
    if (length == 0) {
      return;
    }
    answers += by;
    if (length < FINE) {
      counts[length] += by;
    } else {
      huge.merge(length, by, Integer::sum);
    }
  }

  /** Says again of all that are there what they are, where the limits have moved. */
  void settle() {
    if (limit()) {
      for (int slot = 0; slot < columns.count; slot++) {
        if (columns.isThere(slot)) {
          tell(slot);
        }
      }
    }
  }

  void tell(int slot) {
    int length = columns.lengths[slot];
    boolean there = length > 0;
    findings.set(slot, TextProblem.ANSWER_TOO_SHORT.ordinal(), there && length < least);
    findings.set(slot, TextProblem.ANSWER_TOO_LONG.ordinal(), there && length > most);
  }

  private boolean limit() {
    long before = least;
    long above = most;
    least = 0;
    most = Long.MAX_VALUE;
    if (answers >= LookedSet.FEWEST) {
      long middle = middle();
      // A whole number below a tenth of the middle.
      least = middle >= SHORT_FROM ? (middle + OUTLIER - 1) / OUTLIER : 0;
      most = Math.max(LONG_FROM, middle * OUTLIER);
    }
    return before != least || above != most;
  }

  /** Of an even number the longer of the two in the middle. */
  private int middle() {
    int left = answers / 2;
    for (int length = 1; length < FINE; length++) {
      left -= counts[length];
      if (left < 0) {
        return length;
      }
    }
    for (Map.Entry<Integer, Integer> entry : huge.entrySet()) {
      left -= entry.getValue();
      if (left < 0) {
        return entry.getKey();
      }
    }
    return 0;
  }
}
