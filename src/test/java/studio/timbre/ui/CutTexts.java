package studio.timbre.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableCell;
import javafx.scene.text.Text;

/** Finds words that do not fit where they stand. */
public final class CutTexts {
  private CutTexts() {}

  /** The texts of buttons and labels that end in dots for want of room; cells of tables may. */
  public static List<String> in(Parent root) {
    var cut = new ArrayList<String>();
    look(root, cut);
    return cut;
  }

  private static void look(Node node, List<String> cut) {
    if (!node.isVisible() || node instanceof TableCell<?, ?>) {
      return;
    }
    if (node instanceof Labeled labeled && labeled.getText() != null) {
      labeled.getChildrenUnmodifiable().stream()
          .filter(Text.class::isInstance)
          .map(shown -> ((Text) shown).getText())
          .filter(shown -> shown.endsWith("...") || shown.endsWith("…"))
          .filter(shown -> !shown.equals(labeled.getText()))
          .forEach(shown -> cut.add(labeled.getText() + " as " + shown));
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> look(child, cut));
    }
  }
}
