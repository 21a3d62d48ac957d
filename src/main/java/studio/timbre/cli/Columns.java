package studio.timbre.cli;

import java.util.ArrayList;
import java.util.List;

/** A small table of plain text, its columns as wide as what stands in them. */
final class Columns {
  /** On which side of a column its texts stand. */
  enum Side {
    LEFT,
    RIGHT
  }

  private static final String GAP = "  ";

  private final List<Side> sides;
  private final List<List<String>> rows = new ArrayList<>();

  Columns(Side... sides) {
    this.sides = List.of(sides);
  }

  /** A row with a text for each column. */
  Columns row(String... texts) {
    if (texts.length != sides.size()) {
      throw new IllegalArgumentException("expected " + sides.size() + " texts");
    }
    rows.add(List.of(texts));
    return this;
  }

  /** The lines of the table, without spaces at their ends. */
  List<String> lines() {
    return rows.stream().map(this::line).toList();
  }

  private String line(List<String> row) {
    var line = new StringBuilder();
    for (int column = 0; column < row.size(); column++) {
      String text = row.get(column);
      String space = " ".repeat(width(column) - length(text));
      line.append(column == 0 ? "" : GAP)
          .append(sides.get(column) == Side.LEFT ? text + space : space + text);
    }
    return line.toString().stripTrailing();
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> length(row.get(column))).max().orElse(0);
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
