package studio.timbre.ui.shell;

import javafx.css.PseudoClass;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.TextArea;
import javafx.scene.control.skin.TextAreaSkin;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Opens the menu of what has the keyboard with Shift+F10 or the menu key. Only Windows does so by itself; elsewhere JavaFX knows menus of
 * the mouse alone.
 */
final class MenuKey {
  private static final PseudoClass CURSOR = PseudoClass.getPseudoClass("active");

  private final Node root;

  private MenuKey(Node root) {
    this.root = root;
  }

  /** @param root what everything of the window lies in */
  static void in(Node root) {
    if (!System.getProperty("os.name", "").startsWith("Windows")) {
      root.addEventFilter(KeyEvent.KEY_PRESSED, new MenuKey(root)::key);
    }
  }

  private void key(KeyEvent event) {
    boolean asks =
        event.getCode() == KeyCode.CONTEXT_MENU
            || event.getCode() == KeyCode.F10 && event.isShiftDown();
    if (asks && root.getScene().getFocusOwner() instanceof Control control) {
      ask(control);
      event.consume();
    }
  }

  private static void ask(Control control) {
    var at = place(control);
    Point2D onScreen = control.localToScreen(at);
    if (onScreen != null) {
      Event.fireEvent(
          control,
          new ContextMenuEvent(
              ContextMenuEvent.CONTEXT_MENU_REQUESTED,
              at.getX(),
              at.getY(),
              onScreen.getX(),
              onScreen.getY(),
              true,
              null));
    }
  }

  /** Below the caret of a text and below the cell that the keyboard is in; else in the middle. */
  private static Point2D place(Control control) {
    if (control instanceof TextArea area && area.getSkin() instanceof TextAreaSkin skin) {
      var caret = skin.getCharacterBounds(area.getCaretPosition());
      if (caret != null) {
        return new Point2D(caret.getMinX(), caret.getMaxY());
      }
    }
    Bounds all = control.getLayoutBounds();
    return control.lookupAll(".table-cell").stream()
        .filter(cell -> cell.isVisible() && cell.getPseudoClassStates().contains(CURSOR))
        .findFirst()
        .map(cell -> control.sceneToLocal(cell.localToScene(cell.getLayoutBounds())))
        .map(cell -> new Point2D(cell.getMinX(), cell.getMaxY()))
        .orElseGet(() -> new Point2D(all.getCenterX(), all.getCenterY()));
  }
}
