package studio.timbre.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import studio.timbre.dataset.ConversationReader;
import studio.timbre.dataset.FileKind;
import studio.timbre.dataset.table.TableFile;
import studio.timbre.model.Conversation;
import studio.timbre.model.ImportReport.Refusal;
import studio.timbre.model.TableMapping;
import studio.timbre.model.UserFacingException;

/**
 * The beginning of a table, for choosing what its columns mean.
 *
 * @param file the table
 * @param rows the first ones, the header among them if there is one; a row may be shorter than others
 * @param guess what the columns seem to mean
 */
public record TableLook(Path file, List<List<String>> rows, TableMapping guess) {

  /**
   * The conversations that a mapping makes of the first rows.
   *
   * @param notes what of these rows is refused or left out
   */
  public record Preview(List<Conversation> conversations, List<Refusal> notes) {}

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
    try {
      return switch (kind) {
        case SEPARATED -> Optional.of(at(file, TableFile.Kind.SEPARATED));
        case WORKBOOK -> Optional.of(at(file, TableFile.Kind.WORKBOOK));
        case PARQUET -> Optional.of(at(file, TableFile.Kind.PARQUET));
        case JSON, TRANSCRIPT -> Optional.empty();
      };
    } catch (IOException e) {
      throw ImportSources.unreadable(file, e);
    }
  }

  private static TableLook at(Path file, TableFile.Kind kind)
      throws IOException, UserFacingException {
    var look = TableFile.look(file, kind);
    return new TableLook(file, look.rows(), look.guess());
  }

  /** The names of the columns, or nothing where the first row is none. */
  public List<String> header() {
    return guess.header() && !rows.isEmpty() ? rows.getFirst() : List.of();
  }

  /** How a table is known again whose first row names its columns: by these names. */
  String namedSource() {
    return hash(rows.isEmpty() ? "" : String.join("\n", rows.getFirst()));
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

  /** Reads the first conversations under a mapping. */
  public Preview preview(TableMapping mapping, int conversations) throws UserFacingException {
    var found = new ArrayList<Conversation>();
    var notes = new ArrayList<Refusal>();
    try (var reader = ConversationReader.open(file, Optional.of(mapping))) {
      var line = reader.next();
      while (line.isPresent() && found.size() < conversations && notes.size() < conversations) {
        switch (line.get()) {
          case ConversationReader.Line.Good good -> {
            found.add(good.conversation());
            notes.addAll(good.leftOut());
          }
          case ConversationReader.Line.Refused(_, var refusal) -> notes.add(refusal);
          case ConversationReader.Line.Beside(_, var part) -> notes.add(part);
        }
        line = reader.next();
      }
    } catch (IOException e) {
      throw ImportSources.unreadable(file, e);
    }
    return new Preview(List.copyOf(found), List.copyOf(notes));
  }
}
