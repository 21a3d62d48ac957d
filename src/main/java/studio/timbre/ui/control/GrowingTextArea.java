package studio.timbre.ui.control;

import javafx.geometry.Orientation;
import javafx.scene.control.TextArea;
import javafx.scene.text.Text;

/** A text area that is as high as its text, up to a limit of lines after which it scrolls. */
public final class GrowingTextArea extends TextArea {
  private final Text ruler = new Text();
  private final int mostLines;

  /**
   * @param mostLines height at which it begins to scroll
   */
  public GrowingTextArea(int mostLines) {
    this.mostLines = mostLines;
    setWrapText(true);
    getStyleClass().add("growing");
    ruler.fontProperty().bind(fontProperty());
    textProperty().subscribe(text -> requestLayout());
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected double computePrefHeight(double width) {
    double wide = width > 0 ? width : getWidth();
    ruler.setWrappingWidth(0);
    ruler.setText("X");
    double line = ruler.getLayoutBounds().getHeight();
    String text = getText();
    ruler.setText(text.isEmpty() || text.endsWith("\n") ? text + "X" : text);
    double inner = wide - snappedLeftInset() - snappedRightInset() - contentPadding();
    ruler.setWrappingWidth(Math.max(40, inner));
    double height = Math.min(ruler.getLayoutBounds().getHeight(), mostLines * line);
    return Math.ceil(height) + snappedTopInset() + snappedBottomInset() + contentPadding();
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  /** What the style sheet puts around the text within the area, left and right or above and below, in all. */
  private double contentPadding() {
    var content = lookup(".content");
    if (content instanceof javafx.scene.layout.Region region) {
      return region.getPadding().getLeft() + region.getPadding().getRight();
    }
    return 0;
  }
}
