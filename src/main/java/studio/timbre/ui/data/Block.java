package studio.timbre.ui.data;

/** A rectangle of cells; every edge is counted in. */
record Block(int top, int bottom, int left, int right) {

  /** The smallest block with both places in it. */
  static Block between(Spot one, Spot other) {
    return new Block(
        Math.min(one.row(), other.row()),
        Math.max(one.row(), other.row()),
        Math.min(one.column(), other.column()),
        Math.max(one.column(), other.column()));
  }

  static Block of(Spot spot) {
    return between(spot, spot);
  }

  boolean contains(int row, int column) {
    return touches(row) && column >= left && column <= right;
  }

  boolean touches(int row) {
    return row >= top && row <= bottom;
  }

  int rows() {
    return bottom - top + 1;
  }

  int columns() {
    return right - left + 1;
  }

  boolean isCell() {
    return top == bottom && left == right;
  }

  Block movedTo(int newTop) {
    return new Block(newTop, newTop + rows() - 1, left, right);
  }
}
