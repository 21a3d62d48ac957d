package studio.timbre.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import studio.timbre.dataset.table.TableFile;
import studio.timbre.dataset.transcript.TranscriptLines;
import studio.timbre.model.Conversation;
import studio.timbre.model.ImportReport.Refusal;
import studio.timbre.model.Placing;
import studio.timbre.model.TableMapping;
import studio.timbre.model.UserFacingException;

/**
 * Reads the conversations of a file one at a time: UTF-8 with or without a byte-order mark, an object a line, a JSON list of objects, or
 * objects over several lines, each in any of the shapes of {@link studio.timbre.json.ImportedJson}; tables, as separated values, workbooks
 * and Parquet; transcripts in Markdown or plain text. All of that is told by what is in the file; only tables and transcripts that are text
 * are told by the ending of its name.
 */
public final class ConversationReader implements LineSource {

  /** A conversation of the file. */
  public sealed interface Line {
    /** Its line, from 1, blank lines counted; in a list its place there, from 1. */
    long number();

    /**
     * A sound one.
     *
     * @param leftOut what of it has no place in a conversation
     * @param placing what the file says about its place in a project
     */
    record Good(long number, Conversation conversation, List<Refusal> leftOut, Placing placing)
        implements Line {}

    /** One that cannot be read. */
    record Refused(long number, Refusal refusal) implements Line {}

    /** Something of the file that belongs to no conversation, as the keys around a list of them. */
    record Beside(long number, Refusal leftOut) implements Line {}
  }

  private final LineSource source;

  private ConversationReader(LineSource source) {
    this.source = source;
  }

  /**
   * Opens a file of any kind that is read.
   *
   * @throws UserFacingException when the file as a whole cannot be read
   */
  public static ConversationReader open(Path file) throws IOException, UserFacingException {
    return open(file, Optional.empty());
  }

  /**
   * Opens a file of any kind that is read, a table under a mapping of its columns.
   *
   * @param mapping what the columns mean where the file is a table; guessed where that is empty
   */
  public static ConversationReader open(Path file, Optional<TableMapping> mapping)
      throws IOException, UserFacingException {
    return open(file, FileKind.of(file), mapping);
  }

  /** As the other, of a kind that was told. */
  public static ConversationReader open(Path file, FileKind kind, Optional<TableMapping> mapping)
      throws IOException, UserFacingException {
    return new ConversationReader(
        switch (kind) {
          case JSON -> JsonLines.of(FileBytes.open(file), Pieces.MAX_BYTES);
          case SEPARATED -> TableFile.open(file, TableFile.Kind.SEPARATED, mapping);
          case WORKBOOK -> TableFile.open(file, TableFile.Kind.WORKBOOK, mapping);
          case PARQUET -> TableFile.open(file, TableFile.Kind.PARQUET, mapping);
          case TRANSCRIPT -> TranscriptLines.open(file);
        });
  }

  static ConversationReader open(Path file, int maxBytes) throws IOException, UserFacingException {
    return new ConversationReader(JsonLines.of(FileBytes.open(file), maxBytes));
  }

  @Override
  public long bytesRead() {
    return source.bytesRead();
  }

  @Override
  public Optional<Line> next() throws IOException {
    return source.next();
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
