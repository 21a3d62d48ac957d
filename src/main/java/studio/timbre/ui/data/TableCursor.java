package studio.timbre.ui.data;

import java.util.Map;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;

/** Where one stands in the table, and how one moves on. */
final class TableCursor {
  private final TableView<Long> table;
  private final Map<TableColumnKind, TableColumn<Long, Long>> columns;
  private final IdList ids;
  private boolean leaping;

  TableCursor(
      TableView<Long> table, Map<TableColumnKind, TableColumn<Long, Long>> columns, IdList ids) {
    this.table = table;
    this.columns = columns;
    this.ids = ids;
  }

  /** True between leaving one cell and coming to the next, when nothing is selected for no reason of the person's. */
  boolean isLeaping() {
    return leaping;
  }

  void goTo(int row, TableColumnKind column) {
    leaping = true;
    table.getSelectionModel().clearSelection();
    leaping = false;
    reveal(row);
    table.getSelectionModel().select(row, columns.get(column));
    table.getFocusModel().focus(row, columns.get(column));
  }

  /** Scrolls no further than needed. */
  void reveal(int row) {
    table.applyCss();
    table.layout();
    if (table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
      flow.scrollTo(row);
      table.layout();
    }
  }

  /** One cell on, over the end of the row into the next; false at the ends of the table, where the focus goes on. */
  boolean step(int by) {
    var position = table.getFocusModel().getFocusedCell();
    if (position.getRow() < 0 || position.getColumn() < 0) {
      return false;
    }
    var visible = table.getVisibleLeafColumns();
    int place = position.getRow() * visible.size() + position.getColumn() + by;
    if (place < 0 || place >= ids.size() * visible.size()) {
      return false;
    }
    goTo(place / visible.size(), ConversationTable.kind(visible.get(place % visible.size())));
    return true;
  }

  /** The cell below, in the same column. */
  void down(int row, TableColumnKind column) {
    goTo(Math.min(row + 1, ids.size() - 1), column);
  }

  void selectAll() {
    if (!ids.isEmpty()) {
      var last = table.getVisibleLeafColumns().getFirst();
      table.getSelectionModel().selectRange(0, last, ids.size() - 1, last);
    }
  }

  void focusTable() {
    table.requestFocus();
  }
}
