package studio.timbre.ui;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableRow;

/** Finds what can have the keyboard and would be silent in a screen reader. */
public final class Unnamed {
  private static final Pattern CODE =
      Pattern.compile("\\w+\\.\\w+\\.[A-Z]|@[0-9a-f]{6,}|Optional[\\[.]|\\w+\\[\\w+=");

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

  /** Cells of lists and tables of which a screen reader would say nothing, and entries of open menus without words. */
  public static List<String> silentParts(Parent root) {
    var silent = new ArrayList<String>();
    cells(root, silent);
    return silent;
  }

  private static void cells(Node node, List<String> silent) {
    if (!node.isVisible()) {
      return;
    }
    if (node instanceof IndexedCell<?> cell && !isRow(cell)) {
      boolean spoken =
          cell.queryAccessibleAttribute(AccessibleAttribute.TEXT) instanceof String text
              && isForPeople(text);
      if (!cell.isEmpty() && !spoken) {
        silent.add(cell.toString());
      }
    }
    if (node instanceof MenuButton menu && menu.isShowing()) {
      entries(menu.getText(), menu.getItems(), silent);
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> cells(child, silent));
    }
  }

  /** What a program writes for programmers is worse than nothing. */
  private static boolean isForPeople(String text) {
    return !text.isBlank() && !CODE.matcher(text).find();
  }

  /** A row of a table says what its cells say. */
  private static boolean isRow(IndexedCell<?> cell) {
    return cell instanceof TableRow<?>;
  }

  private static void entries(String menu, List<MenuItem> items, List<String> silent) {
    for (var item : items) {
      if (item instanceof CustomMenuItem custom) {
        if (!(item instanceof SeparatorMenuItem)) {
          look(custom.getContent(), new HashSet<>(), silent);
        }
      } else if (item.getText() == null || item.getText().isBlank()) {
        silent.add("an entry of " + menu);
      }
      if (item instanceof Menu inner) {
        entries(inner.getText(), inner.getItems(), silent);
      }
    }
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
      boolean spoken = node.getAccessibleText() != null && isForPeople(node.getAccessibleText());
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
