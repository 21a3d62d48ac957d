package studio.timbre.dataset.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import studio.timbre.dataset.Speakers;
import studio.timbre.model.Message;
import studio.timbre.model.Role;
import studio.timbre.model.TableMapping;
import studio.timbre.model.TableMapping.Use;
import studio.timbre.model.UserFacingException;

/** What is said in one row. */
final class RowMessages {
  /** In the column for who speaks of our own tables: goes on with the text above. */
  static final String CONTINUED = "…";

  private static final Pattern PIECE =
      Pattern.compile(CONTINUED + "(?: ?([0-9]{1,6})/[0-9]{1,6})?");

  private final TableMapping mapping;
  private final TableRow row;
  private final List<Message> messages = new ArrayList<>();

  RowMessages(TableMapping mapping, TableRow row) {
    this.mapping = mapping;
    this.row = row;
  }

  /** What stands there before one of several pieces of a text, from the second. */
  static String continued(int piece, int pieces) {
    return CONTINUED + " " + piece + "/" + pieces;
  }

  /** Whether the row goes on with the text of the one before. */
  static boolean continues(TableRow row, TableMapping mapping) {
    int column = mapping.columns().indexOf(Use.ROLE);
    return mapping.isOwn() && column >= 0 && PIECE.matcher(row.cell(column).strip()).matches();
  }

  /** Which piece of a text a row is: 1 for one that begins it, 0 where a row goes on with one and does not say how far. */
  static int piece(TableRow row, TableMapping mapping) {
    if (!continues(row, mapping)) {
      return 1;
    }
    var found = PIECE.matcher(row.cell(mapping.columns().indexOf(Use.ROLE)).strip());
    return found.matches() && found.group(1) != null ? Integer.parseInt(found.group(1)) : 0;
  }

  /**
   * @param rejected takes the answer that another one was preferred to
   * @param extras takes what a whole conversation in a cell says beside its messages
   */
  List<Message> read(List<Message> rejected, Map<String, String> extras)
      throws UserFacingException {
    if (mapping.isMessageARow()) {
      messageARow();
      return messages;
    }
    for (int column = 0; column < row.cells().size(); column++) {
      String cell = row.cell(column);
      if (cell.isBlank()) {
        continue;
      }
      switch (mapping.use(column)) {
        case SYSTEM -> messages.add(0, Message.of(Role.SYSTEM, cell));
        case USER -> say(Role.USER, cell);
        case ASSISTANT -> say(Role.ASSISTANT, cell);
        case REJECTED -> rejected.add(Message.of(Role.ASSISTANT, cell));
        case TURNS -> turns(cell, extras);
        default -> {}
      }
    }
    return messages;
  }

  private void messageARow() throws UserFacingException {
    String who = row.cell(mapping.columns().indexOf(Use.ROLE)).strip();
    String said = row.cell(mapping.columns().indexOf(Use.TEXT));
    if (who.isEmpty() && said.isBlank()) {
      return;
    }
    var role =
        Optional.ofNullable(mapping.speakers().get(who))
            .or(() -> Speakers.role(who))
            .orElseThrow(
                () ->
                    new UserFacingException(
                        "dataset.refused.unknownSpeaker",
                        "\"" + who + "\" is no speaker that Timbre knows",
                        who));
    messages.add(Message.of(role, said));
  }

  /** Cells of one speaker side by side are one message, as instructions and their input are. */
  private void say(Role role, String text) {
    if (!messages.isEmpty() && messages.getLast().role().equals(role)) {
      messages.add(Message.of(role, messages.removeLast().text() + "\n" + text));
    } else {
      messages.add(Message.of(role, text));
    }
  }

  private void turns(String cell, Map<String, String> extras) throws UserFacingException {
    var found =
        TurnsInCell.read(cell)
            .orElseThrow(
                () ->
                    new UserFacingException(
                        "dataset.refused.noTurns",
                        "the cell for the whole conversation holds no messages that Timbre can"
                            + " read"));
    messages.addAll(found.messages());
    found.extras().forEach(extras::putIfAbsent);
  }
}
