package studio.timbre.ui.data;

import java.util.List;
import java.util.stream.Stream;

/**
 * Selected cells.
 *
 * @param ids conversations from top to bottom
 * @param columns from left to right
 */
record Patch(long[] ids, List<TableColumnKind> columns) {

  /** Rows in all of them together. */
  static int rows(List<Patch> patches) {
    return patches.stream().mapToInt(patch -> patch.ids().length).sum();
  }

  /** Whether any of the cells could be changed. */
  static boolean anyOpen(List<Patch> patches) {
    return patches.stream()
        .flatMap(patch -> patch.columns().stream())
        .anyMatch(column -> !column.isFixed());
  }

  Stream<TableColumnKind> open() {
    return columns.stream().filter(column -> !column.isFixed());
  }
}
