package studio.timbre.ui.settings;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** How the settings are set out: a title, a sentence, and what belongs to them. */
final class Section {
  private Section() {}

  static VBox of(String title, String text, Node... content) {
    var name = new Label(title);
    name.getStyleClass().add("section-title");
    var words = new Label(text);
    words.setWrapText(true);
    words.getStyleClass().add("muted");
    var head = new VBox(name, words);
    head.getStyleClass().add("column-4");
    var box = new VBox(head);
    box.getStyleClass().add("column-16");
    box.getChildren().addAll(content);
    return box;
  }

  /** A named control, with what stands around it. */
  static VBox field(String name, Node control, Node shown) {
    var label = new Label(name);
    label.setLabelFor(control);
    label.getStyleClass().add("strong");
    control.setAccessibleText(name);
    var box = new VBox(label, shown);
    box.getStyleClass().add("column-4");
    return box;
  }
}
