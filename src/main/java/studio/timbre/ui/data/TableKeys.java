package studio.timbre.ui.data;

import javafx.scene.input.KeyEvent;
import studio.timbre.ui.data.TableCursor.Step;

/** The keys that move through the table and select in it, as in any spreadsheet. */
final class TableKeys {
  private static final int FAR = Integer.MAX_VALUE;

  private final TableCursor cursor;
  private final TableSelection selection;

  TableKeys(TableCursor cursor, TableSelection selection) {
    this.cursor = cursor;
    this.selection = selection;
  }

  /** Answers whether the key was one of these. */
  boolean pressed(KeyEvent event) {
    if (event.isAltDown() || (event.isMetaDown() && !event.isShortcutDown())) {
      return false;
    }
    boolean far = event.isShortcutDown();
    var step = event.isShiftDown() ? Step.EXTEND : Step.GO;
    switch (event.getCode()) {
      case UP, KP_UP -> cursor.move(far ? -FAR : -1, 0, step);
      case DOWN, KP_DOWN -> cursor.move(far ? FAR : 1, 0, step);
      case LEFT, KP_LEFT -> cursor.move(0, far ? -FAR : -1, step);
      case RIGHT, KP_RIGHT -> cursor.move(0, far ? FAR : 1, step);
      case HOME -> cursor.move(far ? -FAR : 0, -FAR, step);
      case END -> cursor.move(far ? FAR : 0, FAR, step);
      case PAGE_UP -> cursor.move(-cursor.page(false), 0, step);
      case PAGE_DOWN -> cursor.move(cursor.page(true), 0, step);
      case A -> {
        if (!far) {
          return false;
        }
        selection.all();
      }
      case SPACE -> {
        if (far == event.isShiftDown()) {
          return false;
        } else if (far) {
          selection.wholeColumns();
        } else {
          selection.wholeRows();
        }
      }
      case ESCAPE -> {
        return selection.collapse();
      }
      default -> {
        return false;
      }
    }
    return true;
  }
}
