package studio.timbre.dataset.table;

import java.util.regex.Pattern;
import studio.timbre.dataset.PlacingWords;

/** Rows that people let a spreadsheet add up below a table, in English, Portuguese and Indonesian. */
final class TotalsRow {
  private static final String WORDS =
      "|total|totals|grandtotal|subtotal|sum|average|mean|count|totais|totalgeral|soma|media|contagem|quantidade|jumlah|jumlahtotal|totalkeseluruhan|ratarata|";
  private static final Pattern FIGURE =
      Pattern.compile("[-+(]?[A-Z$€£]{0,3}\\s*[0-9][0-9.,\\s]*[)%]?");

  private TotalsRow() {}

  /** Whether its first word is one for a sum and all else are figures. */
  static boolean is(TableRow row) {
    boolean named = false;
    boolean figures = false;
    for (String cell : row.cells()) {
      String text = cell.strip();
      if (text.isEmpty()) {
        continue;
      }
      if (!named) {
        String[] parts = text.split("[:=]", 2);
        String word = PlacingWords.plain(parts[0]);
        boolean figure = parts.length < 2 || parts[1].isBlank() || isFigure(parts[1]);
        if (word.isEmpty() || !WORDS.contains("|" + word + "|") || !figure) {
          return false;
        }
        named = true;
        figures = parts.length > 1 && !parts[1].isBlank();
      } else if (isFigure(text)) {
        figures = true;
      } else {
        return false;
      }
    }
    return figures;
  }

  private static boolean isFigure(String text) {
    return FIGURE.matcher(text.strip()).matches();
  }
}
