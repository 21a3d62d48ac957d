package studio.timbre.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import studio.timbre.dataset.FileKind;
import studio.timbre.dataset.table.KeptRows;
import studio.timbre.dataset.table.TableFile;
import studio.timbre.dataset.table.TextEncoding;
import studio.timbre.model.Progress;
import studio.timbre.model.TableForm;
import studio.timbre.model.TableMapping;
import studio.timbre.model.TableReading;
import studio.timbre.model.TableShape;
import studio.timbre.model.UserFacingException;

/**
 * The beginning of a table, for choosing what its columns mean.
 *
 * @param file the table
 * @param rows the first ones that hold anything, with those above the table and those that name its columns; a row may be shorter than
 *     others
 * @param numbers of these rows in the file, from 1
 * @param guess what the columns seem to mean
 * @param form what the file is
 * @param certain whether the file says itself what its columns are, so that nobody has to be asked
 * @param encoding that the bytes of a text file have told
 */
public record TableLook(
    Path file,
    List<List<String>> rows,
    List<Long> numbers,
    TableMapping guess,
    TableForm form,
    boolean certain,
    Optional<TextEncoding> encoding) {

  /**
   * Empty for a file that is no table.
   *
   * @throws UserFacingException when the file cannot be read
   */
  public static Optional<TableLook> at(Path file) throws UserFacingException {
    try {
      return at(file, FileKind.of(file));
    } catch (IOException e) {
      throw ImportSources.unreadable(file, e);
    }
  }

  /** What is said of the columns of a file; empty for one that is no table, and where they are to be guessed. */
  static Optional<TableMapping> mapping(Path file, FileKind kind, TableMappings mappings)
      throws UserFacingException {
    if (mappings.equals(TableMappings.GUESSED)) {
      return Optional.empty();
    }
    var look = at(file, kind);
    return look.isEmpty() ? Optional.empty() : mappings.of(look.get());
  }

  private static Optional<TableLook> at(Path file, FileKind kind) throws UserFacingException {
    var table = table(kind);
    if (table.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(of(file, TableFile.look(file, table.get())));
    } catch (IOException e) {
      throw ImportSources.unreadable(file, e);
    }
  }

  private static Optional<TableFile.Kind> table(FileKind kind) {
    return switch (kind) {
      case SEPARATED -> Optional.of(TableFile.Kind.SEPARATED);
      case WORKBOOK -> Optional.of(TableFile.Kind.WORKBOOK);
      case PARQUET -> Optional.of(TableFile.Kind.PARQUET);
      case JSON, TRANSCRIPT -> Optional.empty();
    };
  }

  private static TableLook of(Path file, TableFile.Look look) {
    return new TableLook(
        file,
        look.rows(),
        look.numbers(),
        look.guess(),
        look.form(),
        look.certain(),
        look.encoding());
  }

  /** The same file read in another way; what its columns mean, and where their names stand, is guessed anew. */
  public TableLook read(TableReading reading) throws UserFacingException {
    try {
      return of(file, TableFile.look(file, kind(), reading, encoding));
    } catch (IOException e) {
      throw ImportSources.unreadable(file, e);
    }
  }

  private TableFile.Kind kind() throws IOException, UserFacingException {
    return table(FileKind.of(file)).orElseThrow();
  }

  /** Reads the first rows, so that they can be mapped in many ways. */
  KeptRows keep(TableReading reading, int most) throws IOException, UserFacingException {
    return KeptRows.read(file, kind(), reading, encoding, most);
  }

  /** What the columns would mean if their names stood there, or if they had none. */
  public TableMapping guess(boolean header, TableReading reading) {
    return TableFile.guess(rows, header, reading);
  }

  /** The mapping in which a row is that, as far as the columns allow it. */
  public TableMapping reshaped(TableMapping mapping, TableShape shape) {
    return TableFile.reshaped(rows, mapping, shape);
  }

  /** The names of the columns, or nothing where they have none. */
  public List<String> header() {
    return header(guess);
  }

  /** The same under another mapping. */
  public List<String> header(TableMapping mapping) {
    return TableFile.names(rows, mapping);
  }

  /** The first rows below the names. */
  public List<List<String>> body(TableMapping mapping) {
    int head = mapping.reading().above() + (mapping.header() ? mapping.reading().headerRows() : 0);
    return rows.subList(Math.min(head, rows.size()), rows.size());
  }

  /** What tables with the same columns have in common. */
  String source() {
    return guess.header() ? namedSource() : unnamedSource();
  }

  /** How a table is known again whose columns have names: by these. */
  String namedSource() {
    var named = guess.header() || rows.isEmpty() ? header() : rows.getFirst();
    return hash(String.join("\n", named));
  }

  /** How one without names is known again: by how many columns there are. */
  String unnamedSource() {
    return hash("#" + guess.columns().size());
  }

  private static String hash(String named) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(named.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** What the first rows become under a mapping, and what of them does not come in; see {@link TableSample} for several mappings. */
  public TablePreview preview(TableMapping mapping, int conversations) throws UserFacingException {
    return TableSample.of(this, mapping).preview(mapping, conversations);
  }

  /** The same of the whole file; a cancelled one throws {@link java.util.concurrent.CancellationException}. */
  public TablePreview survey(TableMapping mapping, int conversations, Progress progress)
      throws UserFacingException {
    return TablePreview.read(file, mapping, conversations, progress);
  }
}
