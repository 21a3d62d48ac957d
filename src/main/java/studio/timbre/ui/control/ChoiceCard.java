package studio.timbre.ui.control;

import javafx.scene.Node;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;

/**
 * A large choice among others: a card that works as a radio button does, with the arrow keys and for a screen reader.
 */
public final class ChoiceCard extends RadioButton {

  /**
   * @param spoken what a screen reader says
   */
  public ChoiceCard(ToggleGroup group, String spoken, Node... content) {
    var box = new VBox(content);
    box.getStyleClass().add("choice-content");
    box.setMouseTransparent(true);
    setGraphic(box);
    setToggleGroup(group);
    setAccessibleText(spoken);
    getStyleClass().setAll("choice-card");
    setMaxWidth(Double.MAX_VALUE);
    box.prefWidthProperty().bind(widthProperty().subtract(36));
  }
}
