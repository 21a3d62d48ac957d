package studio.timbre.ui.data;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;

/** Moves the selection of the table, and keeps what is moved in sight. */
final class TableCursor {
  private final TableView<Long> table;
  private final Supplier<TableColumns> columns;
  private final TableSelection selection;
  private final IdList ids;

  /** @param columns of the table, frozen ones among them */
  TableCursor(
      TableView<Long> table, Supplier<TableColumns> columns, TableSelection selection, IdList ids) {
    this.table = table;
    this.columns = columns;
    this.selection = selection;
    this.ids = ids;
  }

  /** What a step does to the selection. */
  enum Step {
    /** Goes there with the active cell. */
    GO,
    /** Moves the other corner of the selected rectangle. */
    EXTEND
  }

  int columns() {
    return columns.get().visible().size();
  }

  /** The column at a place; what is beyond the last one counts as that. */
  TableColumnKind kindAt(int column) {
    var visible = columns.get().visible();
    return ConversationTable.kind(
        visible.get(Math.clamp(column, 0, Math.max(0, visible.size() - 1))));
  }

  /** The place of a column among the visible ones. */
  Optional<Integer> placeOf(TableColumnKind kind) {
    for (int place = 0; place < columns(); place++) {
      if (kindAt(place) == kind) {
        return Optional.of(place);
      }
    }
    return Optional.empty();
  }

  void goTo(int row, TableColumnKind kind) {
    goTo(new Spot(row, placeOf(kind).orElse(0)));
  }

  void goTo(Spot spot) {
    if (!ids.isEmpty()) {
      selection.goTo(within(spot));
      reveal(selection.active());
    }
  }

  void extendTo(Spot spot) {
    if (!ids.isEmpty()) {
      selection.extendTo(within(spot));
      reveal(selection.corner());
    }
  }

  private Spot within(Spot spot) {
    return new Spot(
        Math.clamp(spot.row(), 0, ids.size() - 1),
        Math.clamp(spot.column(), 0, Math.max(0, columns() - 1)));
  }

  /** So many rows and columns on; stops at the edges. */
  void move(long rows, long columns, Step step) {
    var from = step == Step.GO ? selection.active() : selection.corner();
    if (!from.isSomewhere()) {
      goTo(new Spot(0, 0));
      return;
    }
    var to =
        new Spot(
            (int) Math.clamp(from.row() + rows, 0, Integer.MAX_VALUE),
            (int) Math.clamp(from.column() + columns, 0, Integer.MAX_VALUE));
    if (step == Step.GO) {
      goTo(to);
    } else {
      extendTo(to);
    }
  }

  /** Rows that fit the window, from the active cell downwards or upwards. */
  int page(boolean down) {
    var fitted =
        flow().flatMap(flow -> flow instanceof SheetFlow own ? own.stack() : Optional.empty());
    if (fitted.isPresent()) {
      return fitted.get().page(Math.max(0, selection.corner().row()), down);
    }
    return flow()
        .map(
            flow ->
                flow.getLastVisibleCell() == null || flow.getFirstVisibleCell() == null
                    ? 1
                    : flow.getLastVisibleCell().getIndex() - flow.getFirstVisibleCell().getIndex())
        .map(rows -> Math.max(1, rows))
        .orElse(1);
  }

  /** Scrolls no further than needed. */
  void reveal(Spot spot) {
    table.applyCss();
    if (table.getSkin() instanceof SheetSkin skin) {
      skin.count();
    }
    table.layout();
    flow()
        .ifPresent(
            flow -> {
              flow.scrollTo(spot.row());
              int scrolled = spot.column() - columns.get().frozen();
              if (scrolled >= 0) {
                table.scrollToColumnIndex(scrolled);
              }
              table.layout();
            });
  }

  private Optional<VirtualFlow<?>> flow() {
    return table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow
        ? Optional.of(flow)
        : Optional.empty();
  }

  /**
   * One cell on, over the end of the row into the next. False at the ends of
   * the table, where the focus goes on.
   */
  boolean step(int by) {
    var at = selection.active();
    if (!at.isSomewhere()) {
      return false;
    }
    long place = (long) at.row() * columns() + at.column() + by;
    if (place < 0 || place >= (long) ids.size() * columns()) {
      return false;
    }
    goTo(new Spot((int) (place / columns()), (int) (place % columns())));
    return true;
  }

  /** The next cell of what is selected, in sight; false where only one cell is. */
  boolean goAround(Block.Way way, boolean back) {
    boolean gone = selection.goAround(way, back);
    if (gone) {
      reveal(selection.active());
    }
    return gone;
  }

  void focusTable() {
    table.requestFocus();
  }
}
