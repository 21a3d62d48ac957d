package studio.timbre.dataset.table;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import studio.timbre.json.LeftOut;
import studio.timbre.model.TableForm;

/** The rows of a table, read one at a time; of a workbook those of all its sheets. */
interface TableRows extends Closeable {

  /**
   * The next one, empty at the end.
   *
   * @throws BrokenTable where the table cannot be read on
   */
  Optional<TableRow> next() throws IOException;

  /** How much of the file is read, no more than its size. */
  long bytesRead();

  /** What the file is that they come from. */
  default TableForm form() {
    return TableForm.PLAIN;
  }

  /** How a text file is spelled. */
  default Optional<TextEncoding> encoding() {
    return Optional.empty();
  }

  /** What is to be told of the table as a whole, once it is open. */
  default List<LeftOut> notes() {
    return List.of();
  }
}
