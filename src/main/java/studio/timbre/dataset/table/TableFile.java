package studio.timbre.dataset.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;
import studio.timbre.dataset.LineSource;
import studio.timbre.model.AddedRows;
import studio.timbre.model.TableForm;
import studio.timbre.model.TableMapping;
import studio.timbre.model.TableReading;
import studio.timbre.model.TableShape;
import studio.timbre.model.UserFacingException;

/** Opens files that are tables. */
public final class TableFile {
  private static final int ROWS_LOOKED_AT = 60;
  private static final int SHEETS_LOOKED_AT = 10;
  private static final long CHARS_LOOKED_AT = 4_000_000;

  private TableFile() {}

  /** The kinds of tables. */
  public enum Kind {
    SEPARATED,
    WORKBOOK,
    PARQUET
  }

  /**
   * The beginning of a table, for choosing a mapping.
   *
   * @param rows the first ones that hold anything, with those above the table and those that name its columns
   * @param numbers of these rows in the file, from 1
   * @param guess what the columns seem to mean
   * @param form what the file is
   * @param certain whether the file says itself what its columns are, so that nobody has to be asked
   * @param encoding that the bytes of a text file have told, so that they need not be read for it again
   */
  public record Look(
      List<List<String>> rows,
      List<Long> numbers,
      TableMapping guess,
      TableForm form,
      boolean certain,
      Optional<TextEncoding> encoding) {}

  /**
   * Rows that were read to look at them.
   *
   * @param fault what is wrong behind them
   */
  record Peeked(List<TableRow> rows, Optional<BrokenTable> fault) {
    static final Peeked NOTHING = new Peeked(List.of(), Optional.empty());

    /** Those of the first sheet that hold anything. */
    List<TableRow> inTable() {
      return rows.stream()
          .filter(row -> !row.cells().isEmpty() && row.sheet().equals(rows.getFirst().sheet()))
          .toList();
    }
  }

  /**
   * The conversations of a table.
   *
   * @param mapping what its columns mean; guessed where that is empty
   * @throws UserFacingException when the file as a whole cannot be read
   */
  public static LineSource open(Path file, Kind kind, Optional<TableMapping> mapping)
      throws IOException, UserFacingException {
    if (kind == Kind.PARQUET && mapping.isEmpty()) {
      var asJson = parquet(file);
      if (asJson.isPresent()) {
        return asJson.get();
      }
    }
    var reading = mapping.isPresent() ? mapping.get().reading() : TableReading.TOLD;
    var rows = rows(file, kind, reading);
    boolean opened = false;
    try {
      var peeked = mapping.isPresent() ? Peeked.NOTHING : peek(rows);
      var meant = mapping.isPresent() ? mapping.get() : MappingGuess.of(peeked.inTable(), reading);
      if (meant.isOwn() && meant.speaks()) {
        return OwnTable.open(
            () -> rows(file, kind, meant.reading(), rows.encoding()),
            meant,
            AddedRows.TOLD,
            () -> {});
      }
      if (mapping.isPresent() || meant.speaks() || rows.form().sheets().size() < 2) {
        var source = new MappedRows(rows, peeked, meant);
        opened = true;
        return source;
      }
    } finally {
      if (!opened) {
        rows.close();
      }
    }
    return open(file, kind, Optional.of(look(file, kind).guess()));
  }

  /** Looks at the beginning of a table. Of a workbook whose first sheet says nothing, that is the first sheet that does. */
  public static Look look(Path file, Kind kind) throws IOException, UserFacingException {
    var first = look(file, kind, TableReading.TOLD);
    if (first.guess().speaks()) {
      return first;
    }
    for (String sheet : first.form().sheets().stream().skip(1).limit(SHEETS_LOOKED_AT).toList()) {
      var other = look(file, kind, TableReading.TOLD.withSheet(Optional.of(sheet)));
      if (other.guess().speaks()) {
        return other;
      }
    }
    return first;
  }

  /** The same, of a file that is read as somebody said; where the names of its columns stand is guessed. */
  public static Look look(Path file, Kind kind, TableReading reading)
      throws IOException, UserFacingException {
    return look(file, kind, reading, Optional.empty());
  }

  /**
   * As the other.
   *
   * @param known the encoding that the bytes of the file have told before
   */
  public static Look look(Path file, Kind kind, TableReading reading, Optional<TextEncoding> known)
      throws IOException, UserFacingException {
    try (var rows = rows(file, kind, reading, known)) {
      var found = peek(rows).inTable();
      var guess = MappingGuess.of(found, reading);
      return new Look(
          found.stream().map(TableRow::cells).toList(),
          found.stream().map(TableRow::number).toList(),
          guess,
          rows.form(),
          guess.isOwn() || (kind == Kind.PARQUET && holdsChats(file)),
          reading.encoding().isPresent() ? known : rows.encoding());
    }
  }

  /** Whether a text is a table: several rows that a separator parts into as many cells. */
  public static boolean looksLike(String text) {
    return CsvDialect.isTable(text);
  }

  /** What the columns would mean if their names stood there, or if they had none. */
  public static TableMapping guess(List<List<String>> rows, boolean header, TableReading reading) {
    return MappingGuess.of(
        rows.stream().map(cells -> new TableRow(0, "", cells, List.of())).toList(),
        header,
        reading);
  }

  /** The mapping in which a row is that, as far as the columns allow it. */
  public static TableMapping reshaped(
      List<List<String>> rows, TableMapping mapping, TableShape shape) {
    return MappingGuess.reshaped(
        rows.stream().map(cells -> new TableRow(0, "", cells, List.of())).toList(), mapping, shape);
  }

  /** What the columns are called under a mapping; nothing where they have no names. */
  public static List<String> names(List<List<String>> rows, TableMapping mapping) {
    var head = new TableHead(mapping);
    for (int i = 0; i < rows.size() && !head.isWhole(); i++) {
      head.take(new TableRow(0, "", rows.get(i), List.of()));
    }
    return head.names();
  }

  private static boolean holdsChats(Path file) throws IOException, UserFacingException {
    var chats = parquet(file);
    if (chats.isPresent()) {
      chats.get().close();
    }
    return chats.isPresent();
  }

  private static Optional<LineSource> parquet(Path file) throws IOException, UserFacingException {
    var rows = (ParquetRows) rows(file, Kind.PARQUET, TableReading.TOLD);
    Optional<LineSource> found = Optional.empty();
    try {
      found = ParquetLines.of(rows);
      return found;
    } finally {
      if (found.isEmpty()) {
        rows.close();
      }
    }
  }

  private static Peeked peek(TableRows rows) throws IOException {
    var peeked = new ArrayList<TableRow>();
    long chars = 0;
    try {
      while (peeked.size() < ROWS_LOOKED_AT && chars < CHARS_LOOKED_AT) {
        var row = rows.next();
        if (row.isEmpty()) {
          break;
        }
        peeked.add(row.get());
        chars += row.get().cells().stream().mapToLong(String::length).sum();
      }
      return new Peeked(peeked, Optional.empty());
    } catch (BrokenTable fault) {
      return new Peeked(peeked, Optional.of(fault));
    }
  }

  private static TableRows rows(Path file, Kind kind, TableReading reading)
      throws IOException, UserFacingException {
    return rows(file, kind, reading, Optional.empty());
  }

  static TableRows rows(Path file, Kind kind, TableReading reading, Optional<TextEncoding> known)
      throws IOException, UserFacingException {
    try {
      return switch (kind) {
        case SEPARATED -> CsvRows.open(file, reading, known);
        case WORKBOOK -> workbook(file, reading.sheet());
        case PARQUET -> ParquetRows.open(file);
      };
    } catch (BrokenTable | ZipException e) {
      throw broken(file, e);
    } catch (IllegalArgumentException badName) {
      throw broken(file, badName);
    }
  }

  private static TableRows workbook(Path file, Optional<String> sheet)
      throws IOException, UserFacingException {
    var zip = new SheetZip(file);
    boolean opened = false;
    try {
      TableRows rows;
      if (zip.has("xl/workbook.xml")) {
        rows = XlsxRows.open(zip, file, sheet);
      } else if (zip.has("content.xml")) {
        rows = OdsRows.open(zip, file, sheet);
      } else {
        String name = String.valueOf(file.getFileName());
        throw new UserFacingException(
            "error.dataset.otherZip",
            name
                + " is a packed file, but neither an Excel nor an OpenDocument workbook, so nothing of it"
                + " was imported. Unpack it first.",
            name);
      }
      opened = true;
      return rows;
    } finally {
      if (!opened) {
        zip.close();
      }
    }
  }

  private static UserFacingException broken(Path file, Exception cause) {
    String name = String.valueOf(file.getFileName());
    boolean bomb = cause instanceof BrokenTable table && !table.key().endsWith("tableBroken");
    return bomb
        ? new UserFacingException(
            "error.dataset.tooPacked",
            name
                + " unpacks to far more than a table of its size can hold, so nothing of it was"
                + " imported.",
            cause,
            name)
        : new UserFacingException(
            "error.dataset.tableBroken",
            name
                + " is damaged or cut off, so nothing of it was imported. Open it in the program that it"
                + " comes from and save it again.",
            cause,
            name);
  }
}
