package studio.timbre.ui.clipboard;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A table of texts. Every row is as wide as the widest that it was made from.
 *
 * @param rows from top to bottom, each from left to right; a line break within a cell is {@code \n}
 */
public record Grid(List<List<String>> rows) {

  public Grid {
    int width = rows.stream().mapToInt(List::size).max().orElse(0);
    rows = rows.stream().map(row -> widened(row, width)).toList();
  }

  private static List<String> widened(List<String> row, int width) {
    if (row.size() == width) {
      return List.copyOf(row);
    }
    var wide = new ArrayList<>(row);
    wide.addAll(Collections.nCopies(width - row.size(), ""));
    return List.copyOf(wide);
  }

  /**
   * What a spreadsheet put on the clipboard. HTML tells apart what plain text cannot, as a quotation mark at the head of a cell;
   * plain text keeps the spaces that HTML folds.
   *
   * @return empty where there is nothing that could stand in a table
   */
  public static Optional<Grid> read(Optional<String> html, Optional<String> text) {
    var plain = text.map(TsvReader::read).filter(grid -> !grid.isEmpty());
    var table = html.flatMap(HtmlTableReader::read).filter(grid -> !grid.isEmpty());
    if (table.isEmpty() || plain.isEmpty()) {
      return table.or(() -> plain);
    }
    return table.map(grid -> grid.withSpacesOf(plain.get()));
  }

  private Grid withSpacesOf(Grid plain) {
    if (plain.height() != height() || plain.width() != width()) {
      return this;
    }
    var mixed = new ArrayList<List<String>>(height());
    for (int row = 0; row < height(); row++) {
      var cells = new ArrayList<String>(width());
      for (int column = 0; column < width(); column++) {
        String other = plain.at(row, column);
        String own = at(row, column);
        cells.add(folded(other).equals(folded(own)) ? other : own);
      }
      mixed.add(cells);
    }
    return new Grid(mixed);
  }

  private static String folded(String text) {
    return text.replaceAll("[ \\t\\u00a0]+", " ").replaceAll(" ?\\n ?", "\n").strip();
  }

  public int height() {
    return rows.size();
  }

  public int width() {
    return rows.isEmpty() ? 0 : rows.getFirst().size();
  }

  public boolean isEmpty() {
    return height() == 0 || width() == 0;
  }

  public String at(int row, int column) {
    return rows.get(row).get(column);
  }

  /** Without its uppermost row. */
  public Grid body() {
    return new Grid(rows.subList(1, rows.size()));
  }
}
