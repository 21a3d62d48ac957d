package studio.timbre.ui.data;

import javafx.scene.control.TableRow;

/** A row of the table, as high as {@link RowHeights} says, whatever it is given. */
final class SheetRow extends TableRow<Long> {
  private final RowHeights heights;

  SheetRow(RowHeights heights) {
    this.heights = heights;
  }

  @Override
  public void resize(double width, double height) {
    super.resize(width, heights.areFitted() ? heights.height(getIndex()) : height);
  }
}
