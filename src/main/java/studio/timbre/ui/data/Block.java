package studio.timbre.ui.data;

/** A rectangle of cells; every edge is counted in. */
record Block(int top, int bottom, int left, int right) {

  /** How its cells follow each other. */
  enum Way {
    /** From left to right, then on to the next row. */
    IN_ROWS,
    /** From top to bottom, then on to the next column. */
    IN_COLUMNS
  }

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

  long cells() {
    return (long) rows() * columns();
  }

  /** Which of its cells one is, from 0. */
  long placeOf(Spot spot, Way way) {
    long row = spot.row() - top;
    long column = spot.column() - left;
    return way == Way.IN_ROWS ? row * columns() + column : column * rows() + row;
  }

  /** The cell at a place from 0. */
  Spot cellAt(long place, Way way) {
    return way == Way.IN_ROWS
        ? new Spot(top + (int) (place / columns()), left + (int) (place % columns()))
        : new Spot(top + (int) (place % rows()), left + (int) (place / rows()));
  }

  boolean isCell() {
    return top == bottom && left == right;
  }

  Block movedTo(int newTop) {
    return new Block(newTop, newTop + rows() - 1, left, right);
  }
}
