package studio.timbre.ui.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import studio.timbre.ui.clipboard.Grid;

/**
 * What goes where when a table is pasted.
 *
 * @param whole the table with its headings, if it has any
 * @param heading whether the first row names the columns and is no conversation
 * @param columns for each column of the table, the column that it goes to; empty where it is left out
 * @param over conversations that take the first rows, in their order; rows beyond them become new conversations
 */
record PastePlan(
    Grid whole, boolean heading, List<Optional<TableColumnKind>> columns, long[] over) {

  PastePlan {
    columns = List.copyOf(columns);
  }

  /** The rows that are pasted. */
  Grid grid() {
    return heading ? whole.body() : whole;
  }

  int changed() {
    return Math.min(grid().height(), over.length);
  }

  int added() {
    return grid().height() - changed();
  }

  boolean goesAnywhere() {
    return !whole.isEmpty()
        && grid().height() > 0
        && columns.stream().anyMatch(Optional::isPresent);
  }

  PastePlan withColumn(int place, Optional<TableColumnKind> column) {
    var others = new ArrayList<>(columns);
    // Two texts for one cell: the later choice counts.
    others.replaceAll(
        other -> column.isPresent() && other.equals(column) ? Optional.empty() : other);
    others.set(place, column);
    return new PastePlan(whole, heading, others, over);
  }

  PastePlan withHeading(boolean newHeading) {
    return new PastePlan(whole, newHeading, columns, over);
  }

  /** Cells that could not take what they would get. */
  int refused(CellContent content) {
    var grid = grid();
    int refused = 0;
    for (int column = 0; column < columns.size(); column++) {
      var kind = columns.get(column);
      for (int row = 0; kind.isPresent() && row < grid.height(); row++) {
        String text = grid.at(row, column);
        boolean leftOut = row >= over.length && text.isBlank();
        refused += leftOut || content.takes(kind.get(), text) ? 0 : 1;
      }
    }
    return refused;
  }

  /**
   * Over cells of the table, column by column.
   *
   * @param kinds the columns of the table from the first one that is pasted on
   * @param ids the conversations from the first one that is pasted on
   */
  static PastePlan over(Grid grid, List<TableColumnKind> kinds, long... ids) {
    var columns =
        new ArrayList<Optional<TableColumnKind>>(
            Collections.nCopies(grid.width(), Optional.empty()));
    for (int i = 0; i < Math.min(kinds.size(), grid.width()); i++) {
      columns.set(i, Optional.of(kinds.get(i)).filter(kind -> !kind.isFixed()));
    }
    return new PastePlan(grid, false, columns, ids);
  }

  /** The table as often beside and below itself as it takes to fill so many rows and columns. */
  static Grid repeated(Grid grid, int rows, int columns) {
    var filled = new ArrayList<List<String>>(rows);
    for (int row = 0; row < rows; row++) {
      var source = grid.rows().get(row % grid.height());
      var cells = new ArrayList<String>(columns);
      for (int column = 0; column < columns; column++) {
        cells.add(source.get(column % grid.width()));
      }
      filled.add(cells);
    }
    return new Grid(filled);
  }
}
