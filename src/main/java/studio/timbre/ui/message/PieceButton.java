package studio.timbre.ui.message;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import studio.timbre.ui.fx.Icon;

/** Small buttons that stand within a message. */
final class PieceButton {
  private PieceButton() {}

  static Button icon(Icon icon, String name, Runnable act) {
    var button = new Button("", icon.node());
    button.getStyleClass().addAll("button-icon", "flat", "message-button");
    button.setAccessibleText(name);
    button.setTooltip(new Tooltip(name));
    button.setOnAction(event -> act.run());
    return button;
  }

  static Button remove(String name, Runnable act) {
    return icon(Icon.CLOSE, name, act);
  }

  /** With its words on it. */
  static Button words(String text, Runnable act) {
    var button = new Button(text);
    button.setMnemonicParsing(false);
    button.getStyleClass().addAll("small", "flat");
    button.setOnAction(event -> act.run());
    return button;
  }
}
