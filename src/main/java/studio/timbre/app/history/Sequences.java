package studio.timbre.app.history;

import java.util.Arrays;
import java.util.List;

/**
 * The shortest way from one sequence to another by taking out and putting in, after Eugene W. Myers, "An O(ND) Difference Algorithm
 * and Its Variations", Algorithmica 1 (1986), the greedy algorithm of section 4.
 */
final class Sequences {
  /** Sequences that lie farther apart are not told apart piece by piece. */
  private static final int MOST_EDITS = 2_000;

  private Sequences() {}

  /** For each element of the first the place of its like in the second, rising; -1 where it has none. */
  static <T> int[] match(List<T> first, List<T> second) {
    int[] partner = new int[first.size()];
    Arrays.fill(partner, -1);
    int head = 0;
    int shorter = Math.min(first.size(), second.size());
    while (head < shorter && first.get(head).equals(second.get(head))) {
      partner[head] = head;
      head++;
    }
    int tail = 0;
    while (tail < shorter - head
        && first.get(first.size() - 1 - tail).equals(second.get(second.size() - 1 - tail))) {
      tail++;
      partner[first.size() - tail] = second.size() - tail;
    }
    myers(
        first.subList(head, first.size() - tail),
        second.subList(head, second.size() - tail),
        head,
        partner);
    return partner;
  }

  private static <T> void myers(List<T> a, List<T> b, int offset, int[] partner) {
    int most = Math.min(a.size() + b.size(), MOST_EDITS);
    int[][] reached = new int[most + 1][];
    int[] farthest = new int[2 * most + 3];
    for (int edits = 0; edits <= most; edits++) {
      for (int line = -edits; line <= edits; line += 2) {
        int middle = most + 1 + line;
        boolean down =
            line == -edits || (line != edits && farthest[middle - 1] < farthest[middle + 1]);
        int x = down ? farthest[middle + 1] : farthest[middle - 1] + 1;
        int y = x - line;
        while (x < a.size() && y < b.size() && x >= 0 && y >= 0 && a.get(x).equals(b.get(y))) {
          x++;
          y++;
        }
        farthest[middle] = x;
        if (x >= a.size() && y >= b.size()) {
          reached[edits] = Arrays.copyOfRange(farthest, most + 1 - edits, most + 2 + edits);
          goBack(reached, edits, a.size(), b.size(), offset, partner);
          return;
        }
      }
      reached[edits] = Arrays.copyOfRange(farthest, most + 1 - edits, most + 2 + edits);
    }
  }

  /** {@code reached[d][d + k]} is the farthest x on line k with d edits. */
  private static void goBack(
      int[][] reached, int edits, int endX, int endY, int offset, int[] partner) {
    int x = endX;
    int y = endY;
    for (int step = edits; step > 0; step--) {
      int line = x - y;
      int[] before = reached[step - 1];
      boolean down =
          line == -step
              || (line != step && at(before, step - 1, line - 1) < at(before, step - 1, line + 1));
      int lineBefore = down ? line + 1 : line - 1;
      int xBefore = at(before, step - 1, lineBefore);
      int yBefore = xBefore - lineBefore;
      int xAfter = down ? xBefore : xBefore + 1;
      while (x > xAfter) {
        x--;
        y--;
        partner[offset + x] = offset + y;
      }
      x = xBefore;
      y = yBefore;
    }
    while (x > 0) {
      x--;
      y--;
      partner[offset + x] = offset + y;
    }
  }

  private static int at(int[] row, int edits, int line) {
    int index = edits + line;
    return index < 0 || index >= row.length ? -1 : row[index];
  }
}
