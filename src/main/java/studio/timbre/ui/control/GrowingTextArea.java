package studio.timbre.ui.control;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.control.IndexRange;
import javafx.scene.control.Skin;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Region;
import javafx.scene.text.FontSmoothingType;
import javafx.scene.text.Text;
import javafx.scene.text.TextBoundsType;

/**
 * A text area that is as high as its text, up to a limit of lines after which it scrolls. It runs from right to left where its text does,
 * and underlines words.
 */
public final class GrowingTextArea extends TextArea {
  /** The area breaks lines a little earlier than a plain text of its width. */
  private static final double SLACK = 2;

  private final Text ruler = new Text();
  private final ReadOnlyObjectWrapper<List<IndexRange>> underlined =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<List<IndexRange>> marked =
      new ReadOnlyObjectWrapper<>(List.of());
  private final int mostLines;

  /**
   * @param mostLines height at which it begins to scroll
   */
  public GrowingTextArea(int mostLines) {
    PangoRepair.apply();
    this.mostLines = mostLines;
    setWrapText(true);
    getStyleClass().add("growing");
    ruler.fontProperty().bind(fontProperty());
    // As the theme draws its texts: the kinds of bounds and of smoothing both move the height of a
    // line.
    ruler.setBoundsType(TextBoundsType.LOGICAL_VERTICAL_CENTER);
    ruler.setFontSmoothingType(FontSmoothingType.LCD);
    textProperty()
        .subscribe(
            text -> {
              ReadingDirection.turn(this, text);
              requestLayout();
            });
  }

  /**
   * Says that what stands here is in the project: from now on it is the project's undo that takes it back, and not that of the area. The
   * caret stays where it is.
   */
  public void written() {
    int anchor = getAnchor();
    int caret = getCaretPosition();
    double scrolled = getScrollTop();
    // A text that is set as a whole leaves nothing that could be taken back.
    setText(getText());
    selectRange(anchor, caret);
    setScrollTop(scrolled);
  }

  /** Words that are underlined as wrong, by their places in the text; a change of the text moves none of them. */
  public void underline(List<IndexRange> places) {
    underlined.set(List.copyOf(places));
  }

  /** Words that have a dashed line below them, as something is to be said about them; otherwise as {@link #underline}. */
  public void mark(List<IndexRange> places) {
    marked.set(List.copyOf(places));
  }

  ReadOnlyObjectProperty<List<IndexRange>> marked() {
    return marked.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<List<IndexRange>> underlined() {
    return underlined.getReadOnlyProperty();
  }

  @Override
  protected Skin<?> createDefaultSkin() {
    return new UnderliningSkin(this);
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
    var around = contentPadding();
    double inner =
        wide
            - snappedLeftInset()
            - snappedRightInset()
            - around.getLeft()
            - around.getRight()
            - SLACK;
    ruler.setWrappingWidth(Math.max(40, inner));
    double height = Math.min(ruler.getLayoutBounds().getHeight(), mostLines * line);
    return Math.ceil(height)
        + snappedTopInset()
        + snappedBottomInset()
        + around.getTop()
        + around.getBottom();
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  /** What the style sheet puts around the text within the area. */
  private Insets contentPadding() {
    var content = insets(".content");
    var scroll = insets(".scroll-pane");
    return new Insets(
        content.getTop() + scroll.getTop(),
        content.getRight() + scroll.getRight(),
        content.getBottom() + scroll.getBottom(),
        content.getLeft() + scroll.getLeft());
  }

  private Insets insets(String part) {
    return lookup(part) instanceof Region region ? region.getInsets() : Insets.EMPTY;
  }
}
