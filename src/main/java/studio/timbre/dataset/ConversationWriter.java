package studio.timbre.dataset;

import java.io.IOException;
import java.nio.file.Path;
import studio.timbre.dataset.table.TableWriter;
import studio.timbre.model.Conversation;
import studio.timbre.model.Placing;
import studio.timbre.model.SheetLanguage;
import studio.timbre.model.WrittenFormat;

/**
 * Writes conversations into a file, whole or not at all: into a file beside the target, which takes the target's place once everything is
 * on the disk. Until {@link #finish} the target stays as it was.
 */
public interface ConversationWriter extends AutoCloseable {

  /**
   * Writes one.
   *
   * @param placing goes into tables; other formats have no place for it
   * @return false where the format cannot hold such a conversation, and nothing was written
   */
  boolean write(Conversation conversation, Placing placing) throws IOException;

  /** Puts the file in its place. */
  void finish() throws IOException;

  /** Without {@link #finish} before, nothing has happened. */
  @Override
  void close() throws IOException;

  /**
   * Opens a file to be written.
   *
   * @param mark whether the file begins with a byte-order mark, as Azure asks of training files; of no meaning for tables
   */
  static ConversationWriter open(Path target, WrittenFormat format, boolean mark)
      throws IOException {
    return open(target, format, mark, SheetLanguage.ENGLISH);
  }

  /**
   * As the other.
   *
   * @param language in which a table is headed
   */
  static ConversationWriter open(
      Path target, WrittenFormat format, boolean mark, SheetLanguage language) throws IOException {
    if (format.isTable()) {
      return TableWriter.open(target, format, language);
    }
    return new TextWriter(
        PartFile.open(target), WrittenLine.of(format), format == WrittenFormat.JSON, mark);
  }
}
