package studio.timbre.dataset.table;

import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;
import studio.timbre.dataset.PlacingWords;
import studio.timbre.dataset.Speakers;

/** How the cells of one column look. */
record ColumnLook(List<String> cells, int rows) {
  static ColumnLook of(List<TableRow> rows, int column) {
    return new ColumnLook(
        rows.stream().map(row -> row.cell(column)).filter(cell -> !cell.isBlank()).toList(),
        rows.size());
  }

  /** Whether many cells are empty, or all of them. */
  boolean hasGaps() {
    return 3 * cells.size() <= 2 * rows;
  }

  private double share(Predicate<String> test) {
    return cells.isEmpty() ? 0 : (double) cells.stream().filter(test).count() / cells.size();
  }

  double speakers() {
    return share(cell -> Speakers.role(cell).isPresent());
  }

  double states() {
    return share(cell -> PlacingWords.status(cell).isPresent());
  }

  double splits() {
    return share(cell -> PlacingWords.split(cell).isPresent());
  }

  double stars() {
    return share(cell -> PlacingWords.stars(cell).isPresent());
  }

  double turns() {
    return share(cell -> TurnsInCell.looksLike(cell));
  }

  double questions() {
    return share(cell -> cell.contains("?"));
  }

  double length() {
    return cells.stream().mapToInt(String::length).average().orElse(0);
  }

  boolean repeats() {
    return new HashSet<>(cells).size() < cells.size();
  }

  boolean isWords() {
    return share(cell -> cell.codePoints().anyMatch(Character::isLetter)) >= MappingGuess.MOST;
  }

  boolean isProse() {
    return share(
            cell -> cell.strip().contains(" ") && cell.codePoints().anyMatch(Character::isLetter))
        >= 0.5;
  }
}
