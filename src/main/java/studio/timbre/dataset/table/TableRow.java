package studio.timbre.dataset.table;

import java.util.List;
import studio.timbre.json.LeftOut;

/**
 * One row of a table.
 *
 * @param number its line in a text file or its row in a sheet, from 1
 * @param sheet the sheet that it stands in; empty in the first, and where there are none
 * @param cells from the left; empty texts where a cell is empty
 * @param notes what of it was not taken as it is
 */
record TableRow(long number, String sheet, List<String> cells, List<LeftOut> notes) {
  TableRow {
    cells = List.copyOf(cells);
    notes = List.copyOf(notes);
  }

  /** The cell of a column, from 0; empty behind the last. */
  String cell(int column) {
    return column < cells.size() ? cells.get(column) : "";
  }

  /** Whether a cell holds a formula of which nobody knows the value. */
  boolean isUnknown(int column) {
    return notes.stream()
        .anyMatch(
            note ->
                note.key().equals(CellPlace.FORMULA_EMPTY)
                    && note.arguments().equals(List.of(CellPlace.letters(column) + number)));
  }

  boolean isBlank() {
    return cells.stream().allMatch(String::isBlank);
  }
}
