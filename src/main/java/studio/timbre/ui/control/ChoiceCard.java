package studio.timbre.ui.control;

import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;

/**
 * A large choice among others: a card that works as a radio button does, with the arrow keys and for a screen reader.
 */
public final class ChoiceCard extends RadioButton {
  private final VBox box;

  /**
   * @param spoken what a screen reader says
   */
  public ChoiceCard(ToggleGroup group, String spoken, Node... content) {
    box = new VBox(content);
    box.getStyleClass().add("choice-content");
    box.setMouseTransparent(true);
    setGraphic(box);
    setToggleGroup(group);
    setAccessibleText(spoken);
    getStyleClass().setAll("choice-card");
    setMaxWidth(Double.MAX_VALUE);
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  /** As high as the wrapped words are at this width: a labelled control would ask for their height at no width at all. */
  @Override
  protected double computePrefHeight(double width) {
    double beside = snappedLeftInset() + snappedRightInset();
    double wide = (width > 0 ? width : prefWidth(-1)) - beside;
    return snappedTopInset() + box.prefHeight(wide) + snappedBottomInset();
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    box.resizeRelocate(
        snappedLeftInset(),
        snappedTopInset(),
        getWidth() - snappedLeftInset() - snappedRightInset(),
        getHeight() - snappedTopInset() - snappedBottomInset());
  }
}
