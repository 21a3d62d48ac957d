package studio.timbre.ui.fx;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;

/** A room of the window. Made when it is first entered; all methods are called on the JavaFX thread. */
public interface Screen extends AutoCloseable {

  /** What is shown; the same node each time. */
  Node node();

  /** Entered: figures may be stale. */
  default void shown() {}

  /** The keyboard was in the room before and comes along: it goes where work here begins. */
  default void takeFocus() {
    if (node().isFocusTraversable()) {
      node().requestFocus();
    } else {
      node().requestFocusTraversal(TraversalDirection.NEXT);
    }
  }

  /** Left: commit what is being edited, stop what only matters when seen. */
  default void hidden() {}

  /** Files and folders were dropped on the window, to be imported; only the room with the data takes them. */
  default void dropped(List<Path> files) {}

  /** What can be done here; offered in the command palette and by shortcut while the room is shown. */
  default List<Action> actions() {
    return List.of();
  }

  @Override
  default void close() {}
}
