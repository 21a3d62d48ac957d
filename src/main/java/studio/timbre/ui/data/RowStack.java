package studio.timbre.ui.data;

/**
 * Where rows of different heights stand in a window over all of them. It remembers one row and where in the window that stands, and
 * stacks its neighbours around it: however many rows there are, only those in the window are asked how high they are.
 */
final class RowStack {

  /** What is stacked. */
  interface Rows {
    int count();

    /** The height of a row, in pixels; {@link #least} while it is not known. */
    double height(int row);

    /** The least height of a row, in pixels. */
    double least();

    /** By what a row is found again after the list has changed. */
    long number(int row);

    /** The place of a number, or -1. */
    int indexOf(long number);
  }

  /**
   * What stands in the window.
   *
   * @param first the uppermost row of which anything is seen
   * @param top where that row begins, in pixels; 0 or less
   * @param last the lowest row of which anything is seen; -1 without rows
   */
  record Seen(int first, double top, int last) {}

  private static final double A_TOUCH = 1e-9;

  private final Rows rows;
  private int held;
  private long heldNumber = -1;

  /** Which place of the held row is held, from 0 for its top to 1 for its bottom. */
  private double part;

  /** Where in the window that place is held, from 0 for its top to 1 for its bottom. */
  private double at;

  private double window = 1;

  RowStack(Rows rows) {
    this.rows = rows;
  }

  private void hold(int row, double newPart, double newAt) {
    held = Math.clamp(row, 0, Math.max(0, rows.count() - 1));
    heldNumber = rows.count() == 0 ? -1 : rows.number(held);
    part = newPart;
    at = newAt;
  }

  /** The window has this height from now on. */
  void window(double height) {
    window = Math.max(1, height);
  }

  /** The list may have changed: what was held is held where it is now. */
  void follow() {
    int count = rows.count();
    if (count == 0) {
      heldNumber = -1;
    } else if (heldNumber < 0) {
      hold(0, 0, 0);
    } else if (held >= count || rows.number(held) != heldNumber) {
      int now = rows.indexOf(heldNumber);
      hold(now < 0 ? held : now, part, at);
    }
  }

  /** All rows, where they are so few that at their least height they would fit the window; else more than it. */
  private double whole() {
    double whole = 0;
    if (isShort()) {
      for (int row = 0; row < rows.count(); row++) {
        whole += rows.height(row);
      }
      return whole;
    }
    return Double.POSITIVE_INFINITY;
  }

  private boolean isShort() {
    return rows.count() * rows.least() <= window;
  }

  /**
   * A height such that rows which all had it would be more than the window exactly if these are; no row of the window would then be
   * missing from it.
   */
  double unit() {
    return isShort() && whole() > window ? (window + 1) / rows.count() : rows.least();
  }

  /** What is seen. */
  Seen seen() {
    int count = rows.count();
    if (count == 0) {
      return new Seen(0, 0, -1);
    }
    int first = held;
    double top = at * window - part * rows.height(held);
    while (first > 0 && top > 0) {
      first--;
      top -= rows.height(first);
    }
    top = first == 0 ? Math.min(0, top) : top;
    while (first < count - 1 && top + rows.height(first) <= 0) {
      top += rows.height(first);
      first++;
    }
    int last = first;
    double bottom = top + rows.height(first);
    while (last < count - 1 && bottom < window) {
      last++;
      bottom += rows.height(last);
    }
    if (bottom < window) {
      // The rows end above the end of the window: they are put down to it, as far as there are rows
      // above.
      top += window - bottom;
      while (first > 0 && top > 0) {
        first--;
        top -= rows.height(first);
      }
      top = first == 0 ? Math.min(0, top) : top;
    }
    return new Seen(first, top, last);
  }

  /** Goes up or down by pixels; answers by how many, which is less at the ends. */
  double scroll(double pixels) {
    var before = seen();
    hold(before.first(), 0, (before.top() - pixels) / window);
    var after = seen();
    double moved = before.top() - after.top();
    for (int row = before.first(); row < after.first(); row++) {
      moved += rows.height(row);
    }
    for (int row = after.first(); row < before.first(); row++) {
      moved -= rows.height(row);
    }
    holdWhatIsSeen(after);
    return moved;
  }

  /** At the end the end is held, elsewhere the upper edge: rows that turn out higher grow away from it. */
  private void holdWhatIsSeen(Seen seen) {
    int last = rows.count() - 1;
    if (last < 0) {
      return;
    }
    double bottom = seen.top();
    for (int row = seen.first(); row <= seen.last(); row++) {
      bottom += rows.height(row);
    }
    if (seen.last() == last && bottom <= window + A_TOUCH && seen.first() + seen.top() != 0) {
      hold(last, 1, 1);
    } else {
      hold(seen.first(), -seen.top() / rows.height(seen.first()), 0);
    }
  }

  /** Scrolls no further than needed to see a row whole; of one that is higher than the window, its beginning. */
  void reveal(int row) {
    var seen = seen();
    if (row < seen.first() || (row == seen.first() && seen.top() < 0)) {
      hold(row, 0, 0);
      return;
    }
    double bottom = seen.top();
    for (int above = seen.first(); above <= Math.min(row, seen.last()); above++) {
      bottom += rows.height(above);
    }
    if (row > seen.last() || bottom > window) {
      if (rows.height(row) > window) {
        hold(row, 0, 0);
      } else {
        hold(row, 1, 1);
      }
    }
  }

  /** Puts a row at the upper edge. */
  void begin(int row) {
    hold(row, 0, 0);
  }

  /** Goes where a scroll bar of 0 to 1 points. */
  void goTo(double position) {
    int count = rows.count();
    double wanted = Math.clamp(position, 0, 1);
    if (count == 0) {
      return;
    }
    if (isShort()) {
      hold(0, 0, 0);
      scroll(wanted * Math.max(0, whole() - window));
      return;
    }
    double place = wanted * count;
    int row = Math.min(count - 1, (int) place);
    hold(row, place - row, wanted);
  }

  /**
   * Where the scroll bar stands, from 0 to 1. As far down as it points in the bar, so far down in the window is the row it points at
   * in the list; with that the first row is reached at the top and the last one at the end, whatever the heights.
   */
  double position() {
    int count = rows.count();
    var seen = seen();
    if (count == 0 || (seen.first() == 0 && seen.top() == 0)) {
      return 0;
    }
    if (isShort()) {
      double above = -seen.top();
      for (int row = 0; row < seen.first(); row++) {
        above += rows.height(row);
      }
      return Math.clamp(above / (whole() - window), 0, 1);
    }
    double top = seen.top();
    for (int row = seen.first(); row <= seen.last(); row++) {
      double height = rows.height(row);
      double bottom = top + height;
      if (row + 1 <= bottom * count / window + A_TOUCH) {
        // Where row + (y - top) / height, the place in the list, equals y * count / window.
        double y = (top / height - row) / (1 / height - count / window);
        return Math.clamp(y / window, 0, 1);
      }
      top = bottom;
    }
    return 1;
  }

  /** How many rows further a window goes from a row, down or up; at least one. */
  int page(int row, boolean down) {
    double sum = 0;
    int far = row;
    while (far >= 0 && far < rows.count()) {
      sum += rows.height(far);
      if (sum > window) {
        break;
      }
      far += down ? 1 : -1;
    }
    return Math.max(1, Math.abs(far - row) - (sum > window ? 0 : 1));
  }
}
