package studio.timbre.dataset.table;

import java.util.Optional;
import java.util.regex.Pattern;
import studio.timbre.json.TableDetails;

/**
 * Which row of a table for colleagues one is, as the column for programs tells it: so it is known wherever it stands, and a copy of it
 * under another number is known to be one.
 *
 * @param conversation what was written into the column for the conversation
 * @param line the message, from 1
 * @param pieces how many rows the message takes
 */
record RowMark(String conversation, int line, int pieces) {
  private static final Pattern FORM =
      Pattern.compile("([^./]{1,40})\\.([0-9]{1,6})(?:/([0-9]{1,6}))?");

  String text() {
    return conversation + "." + line + (pieces > 1 ? "/" + pieces : "");
  }

  /** The mark in the details of a row. */
  static Optional<RowMark> in(String details) {
    return TableDetails.mark(details).flatMap(RowMark::read);
  }

  private static Optional<RowMark> read(String text) {
    var found = FORM.matcher(text);
    return found.matches()
        ? Optional.of(
            new RowMark(
                found.group(1),
                Integer.parseInt(found.group(2)),
                found.group(3) == null ? 1 : Integer.parseInt(found.group(3))))
        : Optional.empty();
  }
}
