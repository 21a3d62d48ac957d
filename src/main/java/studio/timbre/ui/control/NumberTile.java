package studio.timbre.ui.control;

import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A figure that should be seen from afar, with its name above and a remark below. */
public final class NumberTile extends VBox {
  private static final PseudoClass LONG = PseudoClass.getPseudoClass("long");

  /** Letters that fit in large type, in wide fonts too; hours and minutes are more. */
  private static final int ROOM = 7;

  private final Label name = new Label();
  private final Label value = new Label();
  private final Label remark = new Label();

  public NumberTile(String nameText) {
    getStyleClass().add("number-tile");
    name.setText(nameText);
    name.getStyleClass().addAll("muted", "small-text");
    value.getStyleClass().add("number-tile-value");
    remark.getStyleClass().addAll("muted", "small-text");
    remark.setWrapText(true);
    setAccessibleRole(AccessibleRole.TEXT);
    getChildren().addAll(name, value, remark);
  }

  /** The figure is another one from now on. */
  public void setName(String text) {
    name.setText(text);
  }

  public String nameText() {
    return name.getText();
  }

  /** An empty value is shown as a dash. */
  public void show(String valueText, String remarkText) {
    value.setText(valueText.isEmpty() ? "–" : valueText);
    value.pseudoClassStateChanged(LONG, valueText.length() > ROOM);
    remark.setText(remarkText);
    setAccessibleText((name.getText() + " " + valueText + " " + remarkText).strip());
  }

  public String valueText() {
    return value.getText();
  }

  public String remarkText() {
    return remark.getText();
  }
}
