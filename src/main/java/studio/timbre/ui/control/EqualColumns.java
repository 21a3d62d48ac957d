package studio.timbre.ui.control;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/** Lays its children side by side in columns of one width, in as many full rows as that takes; all of a row are equally high. */
public final class EqualColumns extends Pane {
  private static final double GAP = 16;

  private final double narrowest;

  /**
   * @param narrowest width of a column, in pixels; where there is less, there are fewer columns
   */
  public EqualColumns(double narrowest) {
    this.narrowest = narrowest;
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  /** Four are shown as four or as two times two, never as three and one. */
  private int columns(double width) {
    int all = Math.max(1, getManagedChildren().size());
    int most = (int) Math.max(1, Math.floor((width + GAP) / (narrowest + GAP)));
    int rows = (all + Math.min(all, most) - 1) / Math.min(all, most);
    return (all + rows - 1) / rows;
  }

  private double columnWidth(double width) {
    int columns = columns(width);
    return (width - GAP * (columns - 1)) / columns;
  }

  @Override
  protected double computeMinWidth(double height) {
    return 0;
  }

  @Override
  protected double computePrefWidth(double height) {
    int all = getManagedChildren().size();
    return insets() + all * narrowest + Math.max(0, all - 1) * GAP;
  }

  /** Asked for at widths that it never gets, at which it would be a tower. */
  @Override
  protected double computeMinHeight(double width) {
    return 0;
  }

  @Override
  protected double computePrefHeight(double width) {
    double inside = (width < 0 ? prefWidth(-1) : width) - insets();
    int columns = columns(inside);
    double height = 0;
    for (int first = 0; first < getManagedChildren().size(); first += columns) {
      height += (first == 0 ? 0 : GAP) + rowHeight(first, columns, columnWidth(inside));
    }
    return getInsets().getTop() + height + getInsets().getBottom();
  }

  private double insets() {
    return getInsets().getLeft() + getInsets().getRight();
  }

  private double rowHeight(int first, int columns, double width) {
    double highest = 0;
    for (Node child : row(first, columns)) {
      highest = Math.max(highest, child.prefHeight(width));
    }
    return snapSizeY(highest);
  }

  private java.util.List<Node> row(int first, int columns) {
    var all = getManagedChildren();
    return all.subList(first, Math.min(all.size(), first + columns));
  }

  @Override
  protected void layoutChildren() {
    double inside = getWidth() - insets();
    int columns = columns(inside);
    double width = columnWidth(inside);
    double y = getInsets().getTop();
    for (int first = 0; first < getManagedChildren().size(); first += columns) {
      double height = rowHeight(first, columns, width);
      double x = getInsets().getLeft();
      for (Node child : row(first, columns)) {
        child.resizeRelocate(snapPositionX(x), snapPositionY(y), snapSizeX(width), height);
        x += width + GAP;
      }
      y += height + GAP;
    }
  }
}
