package studio.timbre.ui.control;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import studio.timbre.ui.fx.Icon;

/** What stands in a room where there is nothing yet: why, and the first step. */
public final class EmptyState extends VBox {

  /**
   * @param acts what can be done about it, the likeliest first; none where the step is elsewhere on the screen
   */
  public EmptyState(Icon icon, String title, String text, Node... acts) {
    var name = new Label(title);
    name.setWrapText(true);
    name.getStyleClass().add("empty-title");
    var words = new Label(text);
    words.setWrapText(true);
    words.getStyleClass().add("empty-text");
    getChildren().addAll(icon.node(), name, words);
    if (acts.length > 0) {
      var row = new HBox(acts);
      row.getStyleClass().addAll("row-8", "middle");
      getChildren().add(row);
    }
    getStyleClass().add("empty-state");
  }
}
