package studio.timbre.model;

import java.util.List;
import java.util.Optional;

/**
 * What the file of a table is, as it was read.
 *
 * @param sheets the visible ones of a workbook, in their order
 * @param encoding of a text file
 * @param separator between the values of a text file
 */
public record TableForm(
    List<String> sheets, Optional<String> encoding, Optional<Character> separator) {
  /** A file with neither sheets nor a spelling. */
  public static final TableForm PLAIN =
      new TableForm(List.of(), Optional.empty(), Optional.empty());

  public TableForm {
    sheets = List.copyOf(sheets);
  }
}
