package studio.timbre.model.merge;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import studio.timbre.model.Message;

/**
 * Which message of a changed list is which of the list that it came from. Messages have no names, so it is told from what they say:
 * equal ones first, then in order those that are most alike, then those that were put elsewhere.
 */
final class Alignment {
  /** Above so many comparisons only equal messages are found again; what is not found was removed and added. */
  static final int MOST_COMPARED = 40_000;

  private final List<Message> base;
  private final List<Message> side;
  private final Likeness likeness;
  private final int[] sideOf;
  private final int[] baseOf;

  private Alignment(List<Message> base, List<Message> side, Likeness likeness) {
    this.base = base;
    this.side = side;
    this.likeness = likeness;
    this.sideOf = filled(base.size());
    this.baseOf = filled(side.size());
  }

  private static int[] filled(int length) {
    var places = new int[length];
    Arrays.fill(places, -1);
    return places;
  }

  static Alignment of(List<Message> base, List<Message> side, Likeness likeness) {
    var alignment = new Alignment(base, side, likeness);
    int start = 0;
    int most = Math.min(base.size(), side.size());
    while (start < most && base.get(start).equals(side.get(start))) {
      alignment.match(start, start);
      start++;
    }
    int end = 0;
    while (end < most - start
        && base.get(base.size() - 1 - end).equals(side.get(side.size() - 1 - end))) {
      alignment.match(base.size() - 1 - end, side.size() - 1 - end);
      end++;
    }
    alignment.matchBetween(start, base.size() - end, side.size() - end);
    return alignment;
  }

  /** Where in the base this message of the side was, -1 for nowhere. */
  int baseOf(int sideIndex) {
    return baseOf[sideIndex];
  }

  /** Where this message of the base is now, -1 for nowhere. */
  int sideOf(int baseIndex) {
    return sideOf[baseIndex];
  }

  /** The messages of the base that are still there, in the order that they have now. */
  int[] order() {
    return Arrays.stream(baseOf).filter(index -> index >= 0).toArray();
  }

  private void match(int baseIndex, int sideIndex) {
    sideOf[baseIndex] = sideIndex;
    baseOf[sideIndex] = baseIndex;
  }

  private void matchBetween(int start, int baseEnd, int sideEnd) {
    boolean few = (long) (baseEnd - start) * (sideEnd - start) <= MOST_COMPARED;
    if (few) {
      matchInOrder(start, baseEnd, sideEnd);
    }
    matchEqual();
    if (few) {
      matchMoved();
    }
  }

  /** The pairs, in order, whose likeness adds up to most. */
  private void matchInOrder(int start, int baseEnd, int sideEnd) {
    int rows = baseEnd - start;
    int columns = sideEnd - start;
    var most = new double[rows + 1][columns + 1];
    for (int i = rows - 1; i >= 0; i--) {
      for (int j = columns - 1; j >= 0; j--) {
        double alike = likeness.of(base.get(start + i), side.get(start + j));
        double paired = alike > 0 ? alike + most[i + 1][j + 1] : 0;
        most[i][j] = Math.max(paired, Math.max(most[i + 1][j], most[i][j + 1]));
      }
    }
    int i = 0;
    int j = 0;
    while (i < rows && j < columns) {
      double alike = likeness.of(base.get(start + i), side.get(start + j));
      if (alike > 0 && most[i][j] == alike + most[i + 1][j + 1]) {
        match(start + i++, start + j++);
      } else if (most[i][j] == most[i + 1][j]) {
        i++;
      } else {
        j++;
      }
    }
  }

  private void matchEqual() {
    Map<Message, ArrayDeque<Integer>> left = new HashMap<>();
    for (int i = 0; i < base.size(); i++) {
      if (sideOf[i] < 0) {
        left.computeIfAbsent(base.get(i), message -> new ArrayDeque<>()).add(i);
      }
    }
    for (int j = 0; j < side.size(); j++) {
      var places = baseOf[j] < 0 ? left.get(side.get(j)) : null;
      if (places != null && !places.isEmpty()) {
        match(places.remove(), j);
      }
    }
  }

  /** What may be the same. */
  private record Pair(int baseIndex, int sideIndex, double likeness) {}

  /** Those that were put elsewhere and edited besides: the most alike find each other first. */
  private void matchMoved() {
    var pairs = new ArrayList<Pair>();
    for (int j = 0; j < side.size(); j++) {
      for (int i = 0; baseOf[j] < 0 && i < base.size(); i++) {
        if (sideOf[i] < 0 && likeness.isClear(base.get(i), side.get(j))) {
          pairs.add(new Pair(i, j, likeness.of(base.get(i), side.get(j))));
        }
      }
    }
    pairs.sort(Comparator.comparingDouble(Pair::likeness).reversed());
    for (var pair : pairs) {
      if (sideOf[pair.baseIndex()] < 0 && baseOf[pair.sideIndex()] < 0) {
        match(pair.baseIndex(), pair.sideIndex());
      }
    }
  }
}
