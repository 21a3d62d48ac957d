package studio.timbre.ui.control;

import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/** A heading with buttons at the right end of its line; where both do not fit, the buttons go below it. */
public final class HeadRow extends Region {
  private static final double GAP = 16;
  private static final double LINE_GAP = 8;

  private final Region heading;
  private final Region buttons;

  public HeadRow(Region heading, Region buttons) {
    this.heading = heading;
    this.buttons = buttons;
    getChildren().addAll(heading, buttons);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  private boolean isOneLine(double width) {
    return heading.prefWidth(-1) + GAP + buttons.prefWidth(-1) <= width;
  }

  @Override
  protected double computeMinWidth(double height) {
    return Math.max(heading.minWidth(-1), buttons.minWidth(-1));
  }

  @Override
  protected double computePrefWidth(double height) {
    return heading.prefWidth(-1) + GAP + buttons.prefWidth(-1);
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computePrefHeight(double width) {
    double high = heading.prefHeight(-1);
    return width < 0 || isOneLine(width)
        ? Math.max(high, buttons.prefHeight(-1))
        : high + LINE_GAP + buttons.prefHeight(width);
  }

  @Override
  protected void layoutChildren() {
    double width = getWidth();
    double high = heading.prefHeight(-1);
    if (isOneLine(width)) {
      double side = buttons.prefWidth(-1);
      heading.resizeRelocate(0, snapPositionY((getHeight() - high) / 2), width - GAP - side, high);
      buttons.resizeRelocate(snapPositionX(width - side), 0, side, getHeight());
    } else {
      heading.resizeRelocate(0, 0, width, high);
      buttons.resizeRelocate(0, high + LINE_GAP, width, getHeight() - high - LINE_GAP);
    }
  }
}
