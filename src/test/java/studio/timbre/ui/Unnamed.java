package studio.timbre.ui;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;

/** Finds what can have the keyboard and would be silent in a screen reader. */
public final class Unnamed {
  private Unnamed() {}

  /** Focusable nodes with neither an accessible text nor a text of their own nor a label that names them. */
  public static List<String> in(Parent root) {
    var named = new HashSet<Node>();
    labels(root, named);
    var silent = new ArrayList<String>();
    look(root, named, silent);
    return silent;
  }

  /** Everything below a node that the Tab key should come to, in the order of the scene graph. */
  public static List<Node> focusable(Parent root) {
    var found = new ArrayList<Node>();
    collect(root, found);
    return found;
  }

  private static void labels(Node node, Set<Node> named) {
    if (node instanceof Label label && label.getLabelFor() != null) {
      named.add(label.getLabelFor());
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> labels(child, named));
    }
  }

  private static void look(Node node, Set<Node> named, List<String> silent) {
    if (!node.isVisible()) {
      return;
    }
    if (node.isFocusTraversable() && !(node instanceof ScrollPane) && !named.contains(node)) {
      boolean spoken = node.getAccessibleText() != null && !node.getAccessibleText().isBlank();
      boolean written =
          node instanceof Labeled labeled
              && labeled.getText() != null
              && !labeled.getText().isBlank();
      if (!spoken && !written) {
        silent.add(node.toString());
      }
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> look(child, named, silent));
    }
  }

  private static void collect(Node node, List<Node> found) {
    if (!node.isVisible() || node.isDisabled()) {
      return;
    }
    if (node.isFocusTraversable()) {
      found.add(node);
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
    }
  }
}
