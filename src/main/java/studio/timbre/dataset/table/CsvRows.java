package studio.timbre.dataset.table;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import studio.timbre.json.LeftOut;
import studio.timbre.model.TableForm;
import studio.timbre.model.TableReading;

/** Separated values, in any encoding, with any separator and quote; see {@link TextEncoding} and {@link CsvDialect}. */
final class CsvRows implements TableRows {
  private static final int LOOKED_AT = 1 << 16;

  private final CountedInput input;
  private final TextEncoding encoding;
  private final char separator;
  private final CsvReader<CsvRecord> reader;
  private final CloseableIterator<CsvRecord> records;
  private boolean over;

  private CsvRows(
      CountedInput input, TextEncoding encoding, char separator, CsvReader<CsvRecord> reader) {
    this.input = input;
    this.encoding = encoding;
    this.separator = separator;
    this.reader = reader;
    this.records = reader.iterator();
  }

  static CsvRows open(Path file, TableReading reading) throws IOException {
    return open(file, reading, Optional.empty());
  }

  /** @param known the encoding that the bytes of the file have told before: for that all of it is read */
  static CsvRows open(Path file, TableReading reading, Optional<TextEncoding> known)
      throws IOException {
    var named = reading.encoding().flatMap(TextEncoding::named);
    var encoding =
        named.isPresent()
            ? named.get().behindMark(file)
            : known.isPresent() ? known.get() : TextEncoding.of(file);
    var input = new CountedInput(Files.newInputStream(file));
    boolean opened = false;
    try {
      var text = encoding.reader(input, LOOKED_AT);
      text.mark(LOOKED_AT);
      var beginning = new char[LOOKED_AT - 1];
      int length = 0;
      for (int read = 0; read >= 0 && length < beginning.length; length += Math.max(0, read)) {
        read = text.read(beginning, length, beginning.length - length);
      }
      text.reset();
      var told = CsvDialect.told(new String(beginning, 0, length));
      var dialect =
          CsvDialect.of(
              new String(beginning, 0, length),
              length < beginning.length,
              reading.separator().or(() -> told));
      if (told.isPresent()) {
        skipLine(text);
      }
      var rows =
          new CsvRows(
              input,
              encoding,
              dialect.separator(),
              dialect.builder().build(CsvDialect.handler(), text));
      opened = true;
      return rows;
    } finally {
      if (!opened) {
        input.close();
      }
    }
  }

  private static void skipLine(Reader text) throws IOException {
    for (int c = text.read(); c >= 0 && c != '\n'; c = text.read()) {}
  }

  @Override
  public Optional<TableRow> next() throws IOException {
    if (over) {
      return Optional.empty();
    }
    try {
      if (!records.hasNext()) {
        over = true;
        return Optional.empty();
      }
      var row = records.next();
      return Optional.of(new TableRow(row.getStartingLineNumber(), "", row.getFields(), List.of()));
    } catch (CsvParseException e) {
      over = true;
      var broken =
          new BrokenTable(
              "dataset.refused.csvBroken",
              "a value in quotation marks does not end here as it should; nothing behind it was"
                  + " read");
      broken.initCause(e);
      throw broken;
    } catch (UncheckedIOException e) {
      over = true;
      throw e.getCause();
    }
  }

  @Override
  public long bytesRead() {
    return input.count();
  }

  @Override
  public TableForm form() {
    return new TableForm(List.of(), Optional.of(encoding.charset().name()), Optional.of(separator));
  }

  @Override
  public Optional<TextEncoding> encoding() {
    return Optional.of(encoding);
  }

  @Override
  public List<LeftOut> notes() {
    return encoding.note().stream().toList();
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
