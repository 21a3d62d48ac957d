package studio.timbre.checks;

import java.util.HashMap;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Answers by how they begin; which openings are used too often. */
final class UsedOpenings extends SortedSlots {
  /** An opening is over-used from this share of answers on; one of more than half is the greeting of the house. */
  private static final double OFTEN = 0.15;

  private static final double GREETING = 0.5;
  private static final double FILLER_OFTEN = 0.05;
  private static final int FILLER_FEWEST = 5;

  /** Of openings below this share no count is kept apart: they are far from being over-used. */
  private static final double WATCHED = 0.04;

  /** Where so many answers are gone since the shares were told, one that was not watched may have come near. */
  private static final double GONE = 0.85;

  private final Columns columns;
  private final Findings findings;
  private final Map<Integer, Watched> watched = new HashMap<>();
  private int answers;
  private int told;

  /** An opening that is used often. */
  private static final class Watched {
    private int count;
    private boolean over;
  }

  UsedOpenings(Columns columns, Findings findings) {
    this.columns = columns;
    this.findings = findings;
  }

  @Override
  int key(int slot) {
    return columns.openings[slot];
  }

  @Override
  int compareEqualKeys(int one, int other) {
    return Integer.compare(one, other);
  }

  /** Counts all that are there. */
  void build() {
    int[] all =
        IntStream.range(0, columns.count)
            .filter(slot -> columns.isThere(slot) && columns.openings[slot] != 0)
            .toArray();
    build(all);
    answers = all.length;
    watch();
    settle();
  }

  /** One has come. */
  void come(int slot) {
    if (columns.openings[slot] != 0) {
      add(slot);
      move(slot, 1);
    }
  }

  /** One goes. */
  void go(int slot) {
    if (columns.openings[slot] != 0) {
      remove(slot);
      move(slot, -1);
    }
  }

  private void move(int slot, int by) {
    answers += by;
    told = Math.max(told, answers);
    int opening = columns.openings[slot];
    var known = watched.get(opening);
    if (known != null) {
      known.count += by;
    } else if (by > 0) {
      int count = count(opening);
      if (count >= WATCHED * answers) {
        watched.computeIfAbsent(opening, _ -> new Watched()).count = count;
      }
    }
    if (answers < GONE * told) {
      watch();
    }
    settle();
    var now = watched.get(opening);
    tell(slot, by > 0 && now != null && now.over);
  }

  /** Counts every opening. */
  private void watch() {
    told = answers;
    int count = 0;
    for (var walk = first(); walk.hasNext(); ) {
      int opening = columns.openings[walk.next()];
      count++;
      if (!walk.hasNext() || columns.openings[walk.peek()] != opening) {
        if (count >= WATCHED * answers) {
          watched.computeIfAbsent(opening, _ -> new Watched()).count = count;
        }
        count = 0;
      }
    }
  }

  private int count(int opening) {
    int count = 0;
    for (var walk = behind(slot -> columns.openings[slot] < opening);
        walk.hasNext() && columns.openings[walk.peek()] == opening; ) {
      walk.next();
      count++;
    }
    return count;
  }

  private void settle() {
    watched.forEach(
        (opening, one) -> {
          boolean over = isOver(opening, one.count);
          if (over != one.over) {
            one.over = over;
            each(opening, slot -> tell(slot, over));
          }
        });
    watched.values().removeIf(one -> !one.over && one.count < WATCHED / 2 * answers);
  }

  private boolean isOver(int opening, int count) {
    var first = behind(slot -> columns.openings[slot] < opening);
    if (count == 0 || !first.hasNext()) {
      return false;
    }
    double share = count / (double) answers;
    return columns.isFiller(first.peek())
        ? count >= FILLER_FEWEST && share >= FILLER_OFTEN
        : count >= LookedSet.FEWEST && share >= OFTEN && share <= GREETING;
  }

  private void each(int opening, IntConsumer taker) {
    for (var walk = behind(slot -> columns.openings[slot] < opening);
        walk.hasNext() && columns.openings[walk.peek()] == opening; ) {
      taker.accept(walk.next());
    }
  }

  private void tell(int slot, boolean over) {
    findings.set(slot, TextProblem.OVERUSED_OPENING.ordinal(), over);
  }
}
