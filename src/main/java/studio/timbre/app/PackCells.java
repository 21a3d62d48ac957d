package studio.timbre.app;

import java.util.EnumMap;
import java.util.Map;
import studio.timbre.model.merge.Cell;
import studio.timbre.model.merge.Difference;
import studio.timbre.model.merge.Merged;

/**
 * How many cells come from whom in a merge; clashes are none of them.
 *
 * @param theirs what they changed, by what it is
 * @param ours that we changed and that stay
 * @param same that both changed alike
 */
public record PackCells(Map<Group, Integer> theirs, int ours, int same) {
  static final PackCells NONE = new PackCells(Map.of(), 0, 0);

  /** What a cell belongs to. */
  public enum Group {
    /** Whole conversations, new or gone. */
    CONVERSATIONS,
    MESSAGES,
    /** Status, use, stars, tags, notes and whose turn it is. */
    MARKS,
    /** Other keys of the file, definitions of tools among them. */
    KEYS
  }

  public PackCells {
    theirs = Map.copyOf(theirs);
  }

  static PackCells of(Merged merged) {
    var theirs = new EnumMap<Group, Integer>(Group.class);
    int ours = 0;
    int same = 0;
    for (var difference : merged.differences()) {
      switch (difference.kind()) {
        case THEIRS -> theirs.merge(group(difference), 1, Integer::sum);
        case OURS -> ours++;
        case SAME -> same++;
        case CLASH -> {}
      }
    }
    return new PackCells(theirs, ours, same);
  }

  private static Group group(Difference difference) {
    Cell.Part part = difference.cell().part();
    return switch (part) {
      case CONVERSATION -> Group.CONVERSATIONS;
      case STATUS, SPLIT, RATING, TAG, NOTE, ASSIGNEE -> Group.MARKS;
      case EXTRA -> Group.KEYS;
      case MESSAGES, ORDER, MESSAGE, ADDED, ROLE, TEXT, NAME, WEIGHT, MESSAGE_EXTRA ->
          Group.MESSAGES;
    };
  }

  PackCells plus(PackCells more) {
    var sum = new EnumMap<Group, Integer>(Group.class);
    sum.putAll(theirs);
    more.theirs.forEach((group, count) -> sum.merge(group, count, Integer::sum));
    return new PackCells(sum, ours + more.ours, same + more.same);
  }

  /** Cells that are taken over from them. */
  public int taken() {
    return theirs.values().stream().mapToInt(Integer::intValue).sum();
  }
}
