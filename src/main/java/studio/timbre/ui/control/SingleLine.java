package studio.timbre.ui.control;

import javafx.geometry.NodeOrientation;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.TextFlow;

/** A text in pieces on one line, of which what goes over the end is not seen. */
public final class SingleLine extends Region {
  private final TextFlow text;

  public SingleLine(TextFlow text) {
    this.text = text;
    getChildren().add(text);
    setMinWidth(0);
    var seen = new Rectangle();
    seen.widthProperty().bind(widthProperty());
    seen.heightProperty().bind(heightProperty());
    setClip(seen);
  }

  @Override
  protected double computePrefWidth(double height) {
    return text.prefWidth(-1);
  }

  @Override
  protected double computePrefHeight(double width) {
    return text.prefHeight(-1);
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected void layoutChildren() {
    double whole = Math.max(getWidth(), Math.ceil(text.prefWidth(-1)) + 1);
    boolean leftward = text.getNodeOrientation() == NodeOrientation.RIGHT_TO_LEFT;
    text.resizeRelocate(leftward ? getWidth() - whole : 0, 0, whole, getHeight());
  }
}
