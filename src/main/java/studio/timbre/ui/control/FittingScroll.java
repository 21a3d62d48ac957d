package studio.timbre.ui.control;

import javafx.geometry.Orientation;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/**
 * Scrolls only what is higher than a limit: below it the pane is as high as what it holds, from the same frame on in which that changes. A
 * height that is bound to that of the content would follow a frame late, or not until something else moves.
 */
public final class FittingScroll extends ScrollPane {
  private final Region content;
  private final double highest;

  public FittingScroll(Region content, double highest) {
    super(content);
    this.content = content;
    this.highest = highest;
    setFitToWidth(true);
    setMinHeight(USE_PREF_SIZE);
    setMaxHeight(USE_PREF_SIZE);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefHeight(double width) {
    var edge = getInsets();
    double across = width < 0 ? -1 : Math.max(0, width - edge.getLeft() - edge.getRight());
    double around = edge.getTop() + edge.getBottom();
    return Math.min(highest, Math.ceil(content.prefHeight(across) + around));
  }
}
