package studio.timbre.dataset.table;

import java.util.ArrayList;
import java.util.List;
import studio.timbre.model.TableMapping;

/** The first rows of a sheet: what stands above the table, and the names of its columns. */
final class TableHead {
  private final int above;
  private final int names;
  private final List<TableRow> taken = new ArrayList<>();

  TableHead(TableMapping mapping) {
    above = mapping.reading().above();
    names = mapping.header() ? mapping.reading().headerRows() : 0;
  }

  boolean isWhole() {
    return taken.size() >= above + names;
  }

  void take(TableRow row) {
    taken.add(row);
  }

  /** The rows above the names that say something. */
  List<TableRow> above() {
    return taken.stream().limit(above).filter(row -> !row.isBlank()).toList();
  }

  /** All rows, of a sheet that turns out to hold something else. */
  List<TableRow> taken() {
    return List.copyOf(taken);
  }

  /** What the columns are called; nothing where they have no names. */
  List<String> names() {
    return names(taken.stream().skip(above).map(TableRow::cells).toList());
  }

  /**
   * The names of columns over one row or two. A name in the upper of two holds for the columns right of it that have none there, as in a
   * cell that was merged.
   */
  static List<String> names(List<List<String>> rows) {
    if (rows.size() < 2) {
      return rows.isEmpty() ? List.of() : rows.getFirst();
    }
    var upper = rows.get(0);
    var lower = rows.get(1);
    var names = new ArrayList<String>();
    String group = "";
    for (int i = 0; i < Math.max(upper.size(), lower.size()); i++) {
      String own = i < upper.size() ? upper.get(i).strip() : "";
      String below = i < lower.size() ? lower.get(i).strip() : "";
      group = own.isEmpty() && !below.isEmpty() ? group : own;
      names.add(group.equals(below) ? group : (group + " " + below).strip());
    }
    return names;
  }
}
