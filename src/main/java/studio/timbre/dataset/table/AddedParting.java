package studio.timbre.dataset.table;

import java.util.List;
import java.util.OptionalDouble;
import studio.timbre.model.AddedRows;
import studio.timbre.model.Role;
import studio.timbre.model.TableMapping;
import studio.timbre.model.TableMapping.Use;

/** Tells where a new conversation begins among rows below each other that name none. */
final class AddedParting {
  /** What stands in the first row of a conversation alone. */
  private static final List<Use> OF_THE_WHOLE =
      List.of(Use.STATUS, Use.SPLIT, Use.RATING, Use.TAGS, Use.ASSIGNEE);

  private final TableMapping mapping;
  private final boolean atQuestions;
  private boolean open;
  private boolean spoken;
  private boolean answered;
  private boolean gap;
  private OptionalDouble last = OptionalDouble.empty();
  private int count;
  private boolean marked;

  AddedParting(TableMapping mapping, AddedRows where) {
    this.mapping = mapping;
    this.atQuestions = where == AddedRows.QUESTIONS;
  }

  /** How many conversations began so far. */
  int count() {
    return count;
  }

  /** Whether something else than a question has parted two of them. */
  boolean isMarked() {
    return marked;
  }

  void blank() {
    gap = true;
  }

  /** A row of another kind stands between. */
  void interrupt() {
    open = false;
    gap = false;
  }

  /** Whether a row begins a conversation; it is taken into it. */
  boolean begins(OwnRow row) {
    var role = row.role(mapping).orElse(Role.USER);
    boolean mark = open && !row.goesOn() && isMark(row, role);
    boolean begins =
        !open || mark || (atQuestions && answered && role.equals(Role.USER) && isFree(row));
    if (begins) {
      marked |= mark;
      count++;
      spoken = false;
      answered = false;
    }
    open = true;
    gap = false;
    last = row.said();
    spoken |= !isInstruction(role);
    answered |= role.isAssistant();
    return begins;
  }

  /** A line number that goes on says that the conversation does. */
  private boolean isFree(OwnRow row) {
    return !row.goesOn() && row.said().isEmpty();
  }

  private boolean isMark(OwnRow row, Role role) {
    if (row.said().isPresent() && last.isPresent()) {
      return row.said().getAsDouble() <= last.getAsDouble();
    }
    if (isInstruction(role)) {
      return spoken;
    }
    return role.equals(Role.USER) && (gap || isFilled(row));
  }

  private static boolean isInstruction(Role role) {
    return role.equals(Role.SYSTEM) || role.equals(Role.DEVELOPER);
  }

  private boolean isFilled(OwnRow row) {
    return spoken
        && OF_THE_WHOLE.stream().anyMatch(use -> !OwnRow.cell(row.row(), mapping, use).isBlank());
  }
}
