package studio.timbre.dataset.table;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.timbre.dataset.LineSource;
import studio.timbre.json.LeftOut;
import studio.timbre.model.AddedRows;
import studio.timbre.model.TableForm;
import studio.timbre.model.TableMapping;
import studio.timbre.model.TableReading;
import studio.timbre.model.UserFacingException;

/** The first rows of a table, read once, so that mappings can be tried on them without the file. */
public final class KeptRows {
  /** Of small cells some hundred bytes of memory a row. */
  public static final int MOST_ROWS = 50_000;

  private static final long MOST_CHARS = 8_000_000;

  private final List<TableRow> rows;
  private final Optional<BrokenTable> fault;
  private final boolean whole;
  private final long bytesRead;
  private final TableForm form;
  private final List<LeftOut> notes;

  private KeptRows(
      List<TableRow> rows, Optional<BrokenTable> fault, boolean whole, TableRows source) {
    this.rows = rows;
    this.fault = fault;
    this.whole = whole;
    this.bytesRead = source.bytesRead();
    this.form = source.form();
    this.notes = source.notes();
  }

  /**
   * Reads the head of a file.
   *
   * @param known its encoding, where that has been told by its bytes before
   * @param most rows that are kept, fewer where they are long
   */
  public static KeptRows read(
      Path file, TableFile.Kind kind, TableReading reading, Optional<TextEncoding> known, int most)
      throws IOException, UserFacingException {
    try (var source = TableFile.rows(file, kind, reading, known)) {
      var kept = new ArrayList<TableRow>();
      long chars = 0;
      try {
        while (kept.size() < most && chars < MOST_CHARS) {
          var row = source.next();
          if (row.isEmpty()) {
            return new KeptRows(kept, Optional.empty(), true, source);
          }
          kept.add(row.get());
          chars += row.get().cells().stream().mapToLong(String::length).sum();
        }
        return new KeptRows(kept, Optional.empty(), false, source);
      } catch (BrokenTable broken) {
        return new KeptRows(kept, Optional.of(broken), true, source);
      }
    }
  }

  /** Whether these are all rows that can be read. */
  public boolean isWhole() {
    return whole;
  }

  /** How many there are. */
  public int count() {
    return rows.size();
  }

  /** How much of the file was read for them. */
  public long bytesRead() {
    return bytesRead;
  }

  /** Their conversations. The last one may go on behind them where they are not the whole. */
  public LineSource conversations(TableMapping mapping) {
    if (mapping.isOwn()) {
      try {
        return OwnTable.open(this::again, mapping, AddedRows.TOLD, () -> {});
      } catch (IOException | UserFacingException broken) {
        throw new IllegalStateException("rows that are kept can be read", broken);
      }
    }
    return new MappedRows(again(), TableFile.Peeked.NOTHING, mapping);
  }

  private TableRows again() {
    var all = rows.iterator();
    return new TableRows() {
      @Override
      public Optional<TableRow> next() throws IOException {
        if (!all.hasNext() && fault.isPresent()) {
          throw fault.get();
        }
        return all.hasNext() ? Optional.of(all.next()) : Optional.empty();
      }

      @Override
      public long bytesRead() {
        return bytesRead;
      }

      @Override
      public TableForm form() {
        return form;
      }

      @Override
      public List<LeftOut> notes() {
        return notes;
      }

      @Override
      public void close() {}
    };
  }
}
