package studio.timbre.model;

import java.util.Optional;

/**
 * How the rows of a table are got out of its file.
 *
 * @param encoding of a text file; told by its bytes where that is empty
 * @param separator between the values of a text file; told by its first rows where that is empty
 * @param sheet the only one that is read of a workbook; where that is empty, the first and those that begin as it does
 * @param above rows above the names of the columns, or above the first conversation where there are no names; those without a single
 *     value are not counted
 * @param headerRows how many rows name the columns where any do: 1, or 2 where one gives names to groups of them
 */
public record TableReading(
    Optional<String> encoding,
    Optional<Character> separator,
    Optional<String> sheet,
    int above,
    int headerRows) {
  public static final int MOST_ABOVE = 50;

  /** Told by the file itself, from its first row on. */
  public static final TableReading TOLD =
      new TableReading(Optional.empty(), Optional.empty(), Optional.empty(), 0, 1);

  public TableReading {
    if (above < 0 || above > MOST_ABOVE || headerRows < 1 || headerRows > 2) {
      throw new IllegalArgumentException(
          "a table that begins after " + above + " rows, with " + headerRows + " of names");
    }
  }

  public TableReading withEncoding(Optional<String> newEncoding) {
    return new TableReading(newEncoding, separator, sheet, above, headerRows);
  }

  public TableReading withSeparator(Optional<Character> newSeparator) {
    return new TableReading(encoding, newSeparator, sheet, above, headerRows);
  }

  public TableReading withSheet(Optional<String> newSheet) {
    return new TableReading(encoding, separator, newSheet, above, headerRows);
  }

  public TableReading withHead(int newAbove, int newHeaderRows) {
    return new TableReading(encoding, separator, sheet, newAbove, newHeaderRows);
  }
}
