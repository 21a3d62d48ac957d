package studio.timbre.dataset.table;

import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where the names of the columns seem to stand: people write a title above them, leave rows free, and give names to groups of columns.
 *
 * @param above rows above the names
 * @param rows how many rows name the columns: 0, 1 or 2
 */
record HeadGuess(int above, int rows) {
  private static final int LONGEST_NAME = 40;
  private static final int LOWEST = 15;

  static HeadGuess of(List<TableRow> rows) {
    int usual = usualCells(rows);
    for (int i = 0; i < Math.min(LOWEST, rows.size()); i++) {
      int cells = filled(rows.get(i));
      boolean title = usual > 1 && cells <= 1;
      if (!title && isBriefAndKnown(rows.get(i))) {
        return new HeadGuess(i, isUpperOfTwo(rows, i) ? 2 : 1);
      }
      if (!title && cells > 0) {
        break;
      }
    }
    if (rows.isEmpty()) {
      return new HeadGuess(0, 0);
    }
    return new HeadGuess(0, isBriefAndKnown(rows.getFirst()) || isNames(rows) ? 1 : 0);
  }

  private static int filled(TableRow row) {
    return (int) row.cells().stream().filter(cell -> !cell.isBlank()).count();
  }

  /** In how many cells of a row something stands, mostly. */
  private static int usualCells(List<TableRow> rows) {
    var counts = rows.stream().mapToInt(HeadGuess::filled).filter(count -> count > 0).sorted();
    int[] sorted = counts.toArray();
    return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
  }

  private static boolean isBrief(TableRow row) {
    return row.cells().stream()
        .allMatch(cell -> cell.length() <= LONGEST_NAME && !cell.contains("?"));
  }

  private static boolean isBriefAndKnown(TableRow row) {
    return isBrief(row) && row.cells().stream().anyMatch(cell -> HeaderWords.use(cell).isPresent());
  }

  /** One that leaves cells free which the next row, of names as well, fills. */
  private static boolean isUpperOfTwo(List<TableRow> rows, int at) {
    if (at + 1 >= rows.size()) {
      return false;
    }
    var upper = rows.get(at);
    var lower = rows.get(at + 1);
    boolean fills =
        IntStream.range(0, lower.cells().size())
            .anyMatch(i -> upper.cell(i).isBlank() && !lower.cell(i).isBlank());
    boolean names =
        lower.cells().stream().noneMatch(cell -> cell.matches("(?s).*[?.!].*|[0-9]+|.*\n.*"));
    return fills && names && filled(lower) > 1 && isBriefAndKnown(lower);
  }

  /** Names that we do not know: all different, and far shorter than what stands below. */
  private static boolean isNames(List<TableRow> rows) {
    var first = rows.getFirst().cells();
    boolean names =
        isBrief(rows.getFirst())
            && rows.size() > 1
            && first.stream().noneMatch(cell -> cell.isBlank() || cell.matches(".*[?.!].*|[0-9]+"))
            && new HashSet<>(first).size() == first.size();
    double below =
        rows.subList(1, rows.size()).stream()
            .flatMap(row -> row.cells().stream())
            .mapToInt(String::length)
            .average()
            .orElse(0);
    double above = first.stream().mapToInt(String::length).average().orElse(0);
    return names && below > 2 * above;
  }
}
