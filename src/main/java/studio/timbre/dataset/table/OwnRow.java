package studio.timbre.dataset.table;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import studio.timbre.dataset.Speakers;
import studio.timbre.json.TableDetails;
import studio.timbre.model.Role;
import studio.timbre.model.SheetPlace;
import studio.timbre.model.TableMapping;
import studio.timbre.model.TableMapping.Use;

/**
 * A row of a table that Timbre wrote, or that a colleague has added to one.
 *
 * @param number of its conversation; empty where the row names none
 * @param said the number that stands for the line
 * @param piece which piece of the message's text, from 1; 0 where that is not said
 */
record OwnRow(TableRow row, String number, OptionalDouble said, Optional<RowMark> mark, int piece) {
  private static final Pattern LINE = Pattern.compile("[0-9]{1,6}(?:[.,][0-9]{1,4})?");

  static OwnRow of(TableRow row, TableMapping mapping) {
    var mark = RowMark.in(cell(row, mapping, Use.DETAILS));
    // Who took the column for the number away has not taken the conversations apart.
    String number =
        mapping.has(Use.CONVERSATION)
            ? Defused.restored(cell(row, mapping, Use.CONVERSATION).strip())
            : mark.map(RowMark::conversation).orElse("");
    String line = cell(row, mapping, Use.LINE).strip();
    var said =
        LINE.matcher(line).matches()
            ? OptionalDouble.of(Double.parseDouble(line.replace(',', '.')))
            : OptionalDouble.empty();
    return new OwnRow(row, number, said, mark, RowMessages.piece(row, mapping));
  }

  static String cell(TableRow row, TableMapping mapping, Use use) {
    int column = mapping.columns().indexOf(use);
    return column < 0 ? "" : row.cell(column);
  }

  /** Tells the table that the row was written into. */
  Optional<SheetPlace.Stamp> stamp(TableMapping mapping) {
    return TableDetails.stamp(cell(row, mapping, Use.DETAILS)).flatMap(SheetPlace.Stamp::read);
  }

  /** The same row of the conversation of that number. */
  OwnRow in(String newNumber) {
    return new OwnRow(row, newNumber, said, mark, piece);
  }

  /** The mark, if the row still is in the conversation that it was written for. */
  Optional<RowMark> ownMark() {
    return mark.filter(written -> written.conversation().equals(number));
  }

  /** Where in its conversation it belongs; empty where the row does not say it. */
  OptionalDouble line() {
    return said.isPresent() || ownMark().isEmpty()
        ? said
        : OptionalDouble.of(ownMark().get().line());
  }

  boolean goesOn() {
    return piece != 1;
  }

  /** Who speaks, where that is a word that we know. */
  Optional<Role> role(TableMapping mapping) {
    return Speakers.role(cell(row, mapping, Use.ROLE));
  }
}
