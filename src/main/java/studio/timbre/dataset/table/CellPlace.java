package studio.timbre.dataset.table;

import java.util.List;
import studio.timbre.json.LeftOut;

/**
 * Where a cell stands, and what is told of it.
 *
 * @param column from 0
 * @param row from 1
 * @param formula whether it is computed
 */
record CellPlace(int column, long row, boolean formula, List<LeftOut> notes) {

  static final String FORMULA_EMPTY = "dataset.leftOut.formulaEmpty";

  private static final int MOST_SHOWN = 120;

  /** As {@code B7}. */
  String name() {
    return letters(column) + row;
  }

  static String letters(int column) {
    var letters = new StringBuilder();
    for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) {
      letters.insert(0, (char) ('A' + (rest - 1) % 26));
    }
    return letters.toString();
  }

  static LeftOut hiddenSheet(String name) {
    return new LeftOut(
        "dataset.leftOut.hiddenSheet", "the hidden sheet \"" + name + "\"", List.of(name), false);
  }

  static LeftOut otherSheet(String name) {
    return new LeftOut(
        "dataset.leftOut.otherSheet", "the sheet \"" + name + "\"", List.of(name), false);
  }

  static LeftOut comment(String cell, String text) {
    String said = text.strip().replaceAll("\\s+", " ");
    String shown = said.length() > MOST_SHOWN ? said.substring(0, MOST_SHOWN) + "…" : said;
    return new LeftOut(
        "dataset.leftOut.comment",
        "the comment on " + cell + ": " + shown,
        List.of(cell, shown),
        false);
  }

  /** Said of the first one alone, but of every one without a value. */
  void tellFormula(boolean withoutValue) {
    notes.add(
        withoutValue
            ? new LeftOut(
                FORMULA_EMPTY,
                "the formula in " + name() + " has no stored value",
                List.of(name()),
                false)
            : new LeftOut(
                "dataset.leftOut.formula",
                "in the whole file: formulas, as in " + name() + "; their stored values were taken",
                List.of(name()),
                true));
  }

  void tellError(String error) {
    notes.add(
        new LeftOut(
            "dataset.leftOut.cellError",
            "the error " + error + " in " + name(),
            List.of(error, name()),
            false));
  }

  void tellMissing() {
    notes.add(
        new LeftOut(
            "dataset.leftOut.cellMissing",
            "the text of " + name() + " is not in the file",
            List.of(name()),
            false));
  }
}
