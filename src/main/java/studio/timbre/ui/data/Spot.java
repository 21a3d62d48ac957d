package studio.timbre.ui.data;

/**
 * A place in the table.
 *
 * @param row from 0, over all rows that are shown
 * @param column from 0, over the visible columns from left to right
 */
record Spot(int row, int column) {
  /** Stands for no place. */
  static final Spot NONE = new Spot(-1, -1);

  boolean isSomewhere() {
    return row >= 0 && column >= 0;
  }
}
