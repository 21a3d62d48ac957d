package studio.timbre.dataset.table;

import java.io.IOException;
import java.util.List;

/** Makes conversations of the rows of a table, which come in the order of the file. */
interface RowGatherer extends AutoCloseable {
  /** What the columns are called; before the first row of the first sheet. */
  void names(List<String> header);

  /** A row that holds something. */
  void take(TableRow row) throws IOException;

  /**
   * A row that holds nothing.
   *
   * @param written whether the file has cells for it
   */
  void blank(boolean written) throws IOException;

  /** Another sheet follows. */
  void endSheet() throws IOException;

  /** No row follows. */
  void end() throws IOException;

  @Override
  default void close() throws IOException {}
}
