package studio.timbre.dataset.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;
import studio.timbre.dataset.LineSource;
import studio.timbre.model.TableMapping;
import studio.timbre.model.UserFacingException;

/** Opens files that are tables. */
public final class TableFile {
  private static final int ROWS_LOOKED_AT = 60;
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
   * @param rows the first ones, the header among them if there is one
   */
  public record Look(List<List<String>> rows, TableMapping guess) {}

  /**
   * Rows that were read to look at them.
   *
   * @param fault what is wrong behind them
   */
  record Peeked(List<TableRow> rows, Optional<BrokenTable> fault) {
    static final Peeked NOTHING = new Peeked(List.of(), Optional.empty());
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
    var rows = rows(file, kind);
    boolean opened = false;
    try {
      var peeked = mapping.isPresent() ? Peeked.NOTHING : peek(rows);
      var source =
          new MappedRows(rows, peeked, mapping.orElseGet(() -> MappingGuess.of(peeked.rows())));
      opened = true;
      return source;
    } finally {
      if (!opened) {
        rows.close();
      }
    }
  }

  /** Looks at the beginning of a table. */
  public static Look look(Path file, Kind kind) throws IOException, UserFacingException {
    try (var rows = rows(file, kind)) {
      var peeked = peek(rows).rows();
      return new Look(peeked.stream().map(TableRow::cells).toList(), MappingGuess.of(peeked));
    }
  }

  private static Optional<LineSource> parquet(Path file) throws IOException, UserFacingException {
    var rows = (ParquetRows) rows(file, Kind.PARQUET);
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

  private static TableRows rows(Path file, Kind kind) throws IOException, UserFacingException {
    try {
      return switch (kind) {
        case SEPARATED -> CsvRows.open(file);
        case WORKBOOK -> workbook(file);
        case PARQUET -> ParquetRows.open(file);
      };
    } catch (BrokenTable | ZipException e) {
      throw broken(file, e);
    } catch (IllegalArgumentException badName) {
      throw broken(file, badName);
    }
  }

  private static TableRows workbook(Path file) throws IOException, UserFacingException {
    var zip = new SheetZip(file);
    boolean opened = false;
    try {
      TableRows rows;
      if (zip.has("xl/workbook.xml")) {
        rows = XlsxRows.open(zip, file);
      } else if (zip.has("content.xml")) {
        rows = OdsRows.open(zip, file);
      } else {
        String name = String.valueOf(file.getFileName());
        throw new UserFacingException(
            "error.dataset.otherZip",
            name
                + " is a packed file, but neither an Excel nor an OpenDocument workbook, so nothing"
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
                + " unpacks to far more than a table of its size can hold, so nothing was"
                + " imported.",
            cause,
            name)
        : new UserFacingException(
            "error.dataset.tableBroken",
            name
                + " is damaged or cut off, so nothing was imported. Open it in the program that it"
                + " comes from and save it again.",
            cause,
            name);
  }
}
