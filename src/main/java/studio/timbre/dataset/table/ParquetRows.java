package studio.timbre.dataset.table;

import dev.hardwood.HardwoodContext;
import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rows of a Parquet file; the names of its columns are its first row. */
final class ParquetRows implements TableRows {
  private static final int THREADS = 2;

  private final HardwoodContext context;
  private final ParquetFileReader reader;
  private final RowReader rows;
  private final List<String> names = new ArrayList<>();
  private final long size;
  private final long count;
  private long number = -1;

  private ParquetRows(HardwoodContext context, ParquetFileReader reader, long size) {
    this.context = context;
    this.reader = reader;
    this.size = size;
    this.count = Math.max(1, reader.getFileMetaData().numRows());
    reader.getFileSchema().getRootNode().children().forEach(node -> names.add(node.name()));
    this.rows = reader.rowReader();
  }

  static ParquetRows open(Path file) throws IOException {
    var context = HardwoodContext.create(THREADS);
    boolean opened = false;
    try {
      var reader = ParquetFileReader.open(InputFile.of(file), context);
      var rows = new ParquetRows(context, reader, Files.size(file));
      opened = true;
      return rows;
    } catch (RuntimeException | IOException | LinkageError e) {
      throw BrokenTable.damaged(e);
    } finally {
      if (!opened) {
        context.close();
      }
    }
  }

  List<String> names() {
    return names;
  }

  @Override
  public Optional<TableRow> next() throws IOException {
    if (number < 0) {
      number = 0;
      return Optional.of(new TableRow(0, "", names, List.of()));
    }
    if (!advance()) {
      return Optional.empty();
    }
    try {
      var cells = new ArrayList<String>();
      for (int i = 0; i < names.size(); i++) {
        cells.add(rows.isNull(i) ? "" : ParquetValues.text(rows.getValue(i)));
      }
      return Optional.of(new TableRow(number, "", cells, List.of()));
    } catch (RuntimeException | LinkageError e) {
      throw BrokenTable.damaged(e);
    }
  }

  /** The next row as fields of an object, spelled as JSON, without those that are null. */
  Optional<Map<String, String>> nextFields() throws IOException {
    number = Math.max(0, number);
    if (!advance()) {
      return Optional.empty();
    }
    try {
      var fields = new LinkedHashMap<String, String>();
      for (int i = 0; i < names.size(); i++) {
        if (!rows.isNull(i)) {
          fields.put(names.get(i), ParquetValues.json(rows.getValue(i)));
        }
      }
      return Optional.of(fields);
    } catch (RuntimeException | LinkageError e) {
      throw BrokenTable.damaged(e);
    }
  }

  private boolean advance() throws IOException {
    try {
      number++;
      if (!rows.hasNext()) {
        return false;
      }
      rows.next();
      return true;
    } catch (RuntimeException | LinkageError e) {
      throw BrokenTable.damaged(e);
    }
  }

  /** The number of the row that was read last, from 1. */
  long number() {
    return number;
  }

  @Override
  public long bytesRead() {
    return Math.min(size, (long) ((double) size * Math.max(0, number) / count));
  }

  @Override
  public void close() throws IOException {
    try (context;
        reader) {
      rows.close();
    }
  }
}
