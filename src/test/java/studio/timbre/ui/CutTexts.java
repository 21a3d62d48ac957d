package studio.timbre.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/** Finds words that do not fit where they stand. */
public final class CutTexts {
  private static final double ROUNDING = 1.5;

  private CutTexts() {}

  /**
   * The texts of buttons and labels that end in dots for want of room, or that reach over the right edge of what they are
   * seen through; those in tables and excerpts of what was said may.
   */
  public static List<String> in(Parent root) {
    // What was set since the last frame is shown with the next one.
    root.applyCss();
    root.layout();
    var cut = new ArrayList<String>();
    look(root, Double.POSITIVE_INFINITY, cut);
    return cut;
  }

  private static void look(Node node, double edge, List<String> cut) {
    if (!node.isVisible() || node instanceof TableView<?>) {
      return;
    }
    if (node instanceof Labeled labeled
        && labeled.getText() != null
        && !labeled.getStyleClass().contains("excerpt")) {
      labeled.getChildrenUnmodifiable().stream()
          .filter(Text.class::isInstance)
          .map(Text.class::cast)
          .forEach(shown -> look(labeled, shown, edge, cut));
    }
    double inside = node instanceof ScrollPane scroll ? Math.min(edge, right(scroll)) : edge;
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> look(child, inside, cut));
    }
  }

  private static void look(Labeled labeled, Text shown, double edge, List<String> cut) {
    boolean dots = shown.getText().endsWith("...") || shown.getText().endsWith("…");
    if (dots && !shown.getText().equals(labeled.getText())) {
      cut.add(labeled.getText() + " as " + shown.getText());
    } else if (shown.localToScene(shown.getLayoutBounds()).getMaxX() > edge + ROUNDING) {
      cut.add(labeled.getText() + " over the edge");
    }
  }

  private static double right(ScrollPane scroll) {
    return scroll.lookup(".viewport") instanceof Region seen
        ? seen.localToScene(seen.getLayoutBounds()).getMaxX()
        : Double.POSITIVE_INFINITY;
  }
}
