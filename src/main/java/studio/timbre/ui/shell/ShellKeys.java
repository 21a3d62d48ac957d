package studio.timbre.ui.shell;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import studio.timbre.ui.fx.Action;

/** What keys stand for wherever the keyboard is. */
final class ShellKeys {
  private final Supplier<List<Action>> offered;
  private final Action openPalette;
  private final Palette palette;
  private final ProjectActions actions;

  /** @param offered everything that can be done now, what comes first is meant first */
  ShellKeys(
      Supplier<List<Action>> offered, Action openPalette, Palette palette, ProjectActions actions) {
    this.offered = offered;
    this.openPalette = openPalette;
    this.palette = palette;
    this.actions = actions;
  }

  /**
   * Text fields keep undo to themselves; with nothing left to take back in one, it is the project's. To them Ctrl+H is another
   * key for deleting, which nobody means.
   */
  void beforeControls(KeyEvent event) {
    if (event.getTarget() instanceof TextInputControl input) {
      if (KeyCombination.keyCombination("Ctrl+H").match(event)) {
        afterControls(event);
        return;
      }
      boolean undo = matches(actions.undo(), event) && !input.isUndoable();
      boolean redo = matches(actions.redo(), event) && !input.isRedoable();
      if (undo || redo) {
        fire(event);
        event.consume();
      }
    }
  }

  /** Shortcuts; keys without a modifier belong to the control that has the focus. */
  void afterControls(KeyEvent event) {
    if (matches(openPalette, event)) {
      openPalette.fire();
      event.consume();
      return;
    }
    if (palette.isVisible() || !(event.isShortcutDown() || event.isAltDown())) {
      return;
    }
    if (fire(event)) {
      event.consume();
    }
  }

  /** Does what the keys stand for here: a room's own acts come before those of the project, also where they can do nothing now. */
  private boolean fire(KeyEvent event) {
    boolean redo = KeyCombination.keyCombination("Shortcut+Y").match(event);
    var meant =
        offered.get().stream()
            .filter(
                action ->
                    matches(action, event)
                        || (redo && action.shortcut().equals(actions.redo().shortcut())))
            .findFirst();
    meant.ifPresent(Action::fire);
    return meant.isPresent();
  }

  private static boolean matches(Action action, KeyEvent event) {
    return action.shortcut().map(keys -> keys.match(event)).orElse(false);
  }
}
