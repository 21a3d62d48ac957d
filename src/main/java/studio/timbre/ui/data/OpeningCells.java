package studio.timbre.ui.data;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** The keys of the table, those among them that open a cell for typing, and the double click that does. */
final class OpeningCells {
  private final TableView<Long> table;
  private final TableCursor cursor;
  private final TableSelection selection;
  private final TableKeys keys;
  private final SheetKeys acts;
  private final TypingInCells typing;

  /** @param both the table with what is frozen beside it */
  OpeningCells(
      TableView<Long> table,
      Node both,
      TableCursor cursor,
      TableSelection selection,
      SheetKeys acts,
      TypingInCells typing) {
    this.table = table;
    this.cursor = cursor;
    this.selection = selection;
    this.keys = new TableKeys(cursor, selection);
    this.acts = acts;
    this.typing = typing;
    table.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    table.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
    both.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
  }

  private void key(KeyEvent event) {
    boolean plain = !event.isShortcutDown() && !event.isAltDown() && !event.isControlDown();
    switch (event.getCode()) {
      case F2, ENTER -> {
        if (!plain || !selection.active().isSomewhere()) {
          return;
        }
        if (event.getCode() == KeyCode.F2
            || !cursor.goAround(Block.Way.IN_COLUMNS, event.isShiftDown())) {
          edit(Optional.empty());
        }
      }
      case TAB -> {
        if (event.isControlDown()) {
          table.requestFocusTraversal(
              event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
        } else if (!cursor.goAround(Block.Way.IN_ROWS, event.isShiftDown())
            && !cursor.step(event.isShiftDown() ? -1 : 1)) {
          return;
        }
      }
      default -> {
        if (!acts.pressed(event) && !keys.pressed(event)) {
          return;
        }
      }
    }
    event.consume();
  }

  private void typed(KeyEvent event) {
    String typed = event.getCharacter();
    boolean printable = !typed.isEmpty() && typed.charAt(0) >= ' ' && typed.charAt(0) != 0x7f;
    // Control and Alt together are AltGr, with which letters are typed.
    boolean command = event.isMetaDown() || event.isControlDown() != event.isAltDown();
    if (printable && !command && selection.active().isSomewhere() && !typing.isOpen()) {
      edit(Optional.of(typed));
      event.consume();
    }
  }

  private void clicked(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY
        && event.getClickCount() == 2
        && TableMouse.cellOf(event).isPresent()) {
      edit(Optional.empty());
    }
  }

  private void edit(Optional<String> typed) {
    var active = selection.active();
    typing.open(active.row(), cursor.kindAt(active.column()), typed);
  }
}
