package studio.timbre.dataset.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How the values of a text file are parted and quoted, told by its beginning: the separator and quote under which most rows have the
 * same number of cells.
 */
record CsvDialect(char separator, char quote) {
  static final int MOST_CHARS_IN_A_CELL = 16_000_000;

  private static final char[] SEPARATORS = {',', ';', '\t', '|', '^', ':'};
  private static final int ROWS_LOOKED_AT = 200;
  private static final Pattern TOLD = Pattern.compile("\"?(?i:sep)=([,;|^:\t])\"?\r?\n");

  /**
   * @param beginning of the file
   * @param whole whether that is all of it
   * @param told the separator, where somebody said it
   */
  static CsvDialect of(String beginning, boolean whole, Optional<Character> told) {
    var best = new CsvDialect(told.orElse(','), '"');
    double most = 0;
    boolean single = beginning.startsWith("'");
    for (char quote : single ? new char[] {'\'', '"'} : new char[] {'"'}) {
      for (char separator : told.map(sign -> new char[] {sign}).orElse(SEPARATORS)) {
        var dialect = new CsvDialect(separator, quote);
        double score = dialect.score(beginning, whole);
        if (score > most) {
          most = score;
          best = dialect;
        }
      }
    }
    return best;
  }

  /** The separator that the first line names, as Excel writes and reads it: {@code sep=;}. */
  static Optional<Character> told(String beginning) {
    var found = TOLD.matcher(beginning);
    return found.lookingAt() ? Optional.of(found.group(1).charAt(0)) : Optional.empty();
  }

  /** Whether most rows of a text have the same number of cells, and more than one; or there are tabs in its only row. */
  static boolean isTable(String text) {
    var dialect = of(text, true, Optional.empty());
    if (dialect.separator() == ':') {
      return false;
    }
    long rows = text.lines().filter(line -> !line.isBlank()).count();
    return rows > 1 ? dialect.score(text, true) >= 0.5 : text.strip().contains("\t");
  }

  /** Which part of the rows has as many cells as most have; more where there are more cells, nothing for a single one. */
  private double score(String beginning, boolean whole) {
    var counts = new ArrayList<Integer>();
    try (var reader = builder().build(handler(), new StringReader(beginning))) {
      for (var row : reader) {
        counts.add(row.getFieldCount());
        if (counts.size() == ROWS_LOOKED_AT) {
          break;
        }
      }
    } catch (CsvParseException | IOException cutOffOrUnfit) {
      if (whole) {
        return 0;
      }
    }
    if (!whole && counts.size() > 1 && counts.size() < ROWS_LOOKED_AT) {
      counts.removeLast();
    }
    return score(counts);
  }

  private static double score(List<Integer> counts) {
    var times = new HashMap<Integer, Integer>();
    counts.forEach(count -> times.merge(count, 1, Integer::sum));
    double best = 0;
    for (var entry : times.entrySet()) {
      if (entry.getKey() > 1) {
        double alike = (double) entry.getValue() / counts.size();
        best = Math.max(best, alike * alike * (1 + Math.log(entry.getKey())));
      }
    }
    return best;
  }

  CsvReader.CsvReaderBuilder builder() {
    return CsvReader.builder()
        .fieldSeparator(separator)
        .quoteCharacter(quote)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .trimWhitespacesAroundQuotes(true)
        .allowUnclosedQuote(false)
        .skipEmptyLines(true)
        .maxBufferSize(MOST_CHARS_IN_A_CELL);
  }

  static CsvRecordHandler handler() {
    return CsvRecordHandler.builder()
        .maxFieldSize(MOST_CHARS_IN_A_CELL)
        .maxRecordSize(4 * MOST_CHARS_IN_A_CELL)
        .build();
  }
}
