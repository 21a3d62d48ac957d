package studio.timbre.app;

import java.io.IOException;
import java.nio.file.Path;
import studio.timbre.dataset.table.KeptRows;
import studio.timbre.model.Progress;
import studio.timbre.model.TableMapping;
import studio.timbre.model.TableReading;
import studio.timbre.model.UserFacingException;

/** The first rows of a table, kept so that each mapping of its columns can be shown at once, however large the file is. */
public final class TableSample {
  private final Path file;
  private final TableReading reading;
  private final KeptRows rows;

  private TableSample(Path file, TableReading reading, KeptRows rows) {
    this.file = file;
    this.reading = reading;
    this.rows = rows;
  }

  /** Reads the head of a file in the way that a mapping says. */
  public static TableSample of(TableLook look, TableMapping mapping) throws UserFacingException {
    return of(look, mapping, KeptRows.MOST_ROWS);
  }

  /** @param most rows that are kept */
  static TableSample of(TableLook look, TableMapping mapping, int most) throws UserFacingException {
    try {
      return new TableSample(look.file(), spelling(mapping), look.keep(mapping.reading(), most));
    } catch (IOException e) {
      throw ImportSources.unreadable(look.file(), e);
    }
  }

  /** Where the names stand is looked up in the rows; how they were got out of the file is not. */
  private static TableReading spelling(TableMapping mapping) {
    return mapping.reading().withHead(0, 1);
  }

  /** Whether a mapping reads these very rows. */
  public boolean holds(TableLook look, TableMapping mapping) {
    return file.equals(look.file()) && reading.equals(spelling(mapping));
  }

  /** How many rows are kept. */
  public int rows() {
    return rows.count();
  }

  /** How much of the file was read for them. */
  public long bytesRead() {
    return rows.bytesRead();
  }

  /** What a mapping makes of these rows; of the whole file where they are all that it has. */
  public TablePreview preview(TableMapping mapping, int conversations) throws UserFacingException {
    try (var lines = rows.conversations(mapping)) {
      boolean goesOn = !rows.isWhole() && mapping.isGrouped();
      return TablePreview.of(
          lines, conversations, rows.isWhole(), goesOn, Progress.NONE, rows.bytesRead());
    } catch (IOException e) {
      throw ImportSources.unreadable(file, e);
    }
  }
}
