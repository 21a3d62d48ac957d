package studio.timbre.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import studio.timbre.model.TableMapping.Use;

/**
 * Which conversation of a project the rows of a table for colleagues are.
 *
 * @param number what stands in the column for it; of what came out of a project, the conversation's number there
 * @param stamp tells the table that it was written into; empty for rows that a colleague has added
 * @param told what of the conversation's place the table has a column for, and words that are understood
 * @param lines which message of the conversation, from 1, each of its messages was when the table was written, 0 for one that was
 *     added; empty where the rows do not say it
 */
public record SheetPlace(String number, Optional<Stamp> stamp, Set<Use> told, List<Integer> lines) {

  /** Of rows that do not say which messages they are. */
  public SheetPlace(String number, Optional<Stamp> stamp, Set<Use> told) {
    this(number, stamp, told, List.of());
  }

  /**
   * Names a table that was written.
   *
   * @param sheet its own id
   * @param state of the project when it was written, as the project's history counts it
   */
  public record Stamp(String sheet, long state) {
    private static final char BETWEEN = '@';

    /** As it stands in the table. */
    public String text() {
      return sheet + BETWEEN + state;
    }

    /** Empty for what is no stamp. */
    public static Optional<Stamp> read(String text) {
      return text.matches("[0-9a-f-]{36}@[0-9]{1,18}")
          ? Optional.of(
              new Stamp(
                  text.substring(0, text.indexOf(BETWEEN)),
                  Long.parseLong(text.substring(text.indexOf(BETWEEN) + 1))))
          : Optional.empty();
    }
  }

  public SheetPlace {
    told = Set.copyOf(told);
    lines = List.copyOf(lines);
  }

  /** The conversation's number in its project, if a number stands there. */
  public Optional<Long> conversation() {
    return number.matches("[0-9]{1,18}") ? Optional.of(Long.parseLong(number)) : Optional.empty();
  }
}
