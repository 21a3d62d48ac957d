package studio.timbre.ui.data;

import java.util.List;
import java.util.Optional;

/**
 * A selection with the conversations that it stands on, by which it is found again in a list that has changed.
 *
 * @param held rectangles in the order in which they were begun
 * @param active where typing goes
 * @param corner the corner of the last rectangle that Shift moves
 * @param activeId the conversation of the active cell
 */
record HeldCells(List<Held> held, Spot active, Spot corner, long activeId) {

  /** A rectangle with the conversations at its edges. */
  record Held(Block block, long first, long last) {

    /** Where it is now. */
    private Optional<Held> in(IdList ids) {
      int top = rowOf(ids, first, block.top());
      int bottom = top < 0 ? -1 : rowOf(ids, last, top + block.rows() - 1);
      return top >= 0 && bottom - top == block.rows() - 1
          ? Optional.of(new Held(block.movedTo(top), first, last))
          : Optional.empty();
    }
  }

  boolean isSomewhere() {
    return active.isSomewhere();
  }

  /** Whether all of it is in what is known of the list. */
  boolean isFound(IdList ids) {
    return rowOf(ids, activeId, active.row()) >= 0
        && held.stream().allMatch(one -> one.in(ids).isPresent());
  }

  /** Where it is now; what fell apart or is gone is let go, and the cell in the place of an active one that is gone is active. */
  HeldCells in(IdList ids) {
    int found = rowOf(ids, activeId, active.row());
    int row = found >= 0 ? found : Math.min(active.row(), ids.size() - 1);
    var now = new Spot(row, active.column());
    long id = ids.at(row);
    var kept = held.stream().flatMap(one -> one.in(ids).stream()).toList();
    if (kept.stream().noneMatch(one -> one.block().touches(row))) {
      return new HeldCells(List.of(new Held(Block.of(now), id, id)), now, now, id);
    }
    int other = Math.clamp((long) corner.row() + row - active.row(), 0, ids.size() - 1);
    return new HeldCells(kept, now, new Spot(other, corner.column()), id);
  }

  /** Most rows stay where they were: there they are looked for first. */
  private static int rowOf(IdList ids, long id, int likely) {
    return likely >= 0 && likely < ids.size() && ids.at(likely) == id ? likely : ids.indexOf(id);
  }
}
