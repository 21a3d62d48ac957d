package studio.timbre.ui.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.IntSupplier;
import studio.timbre.ui.data.HeldCells.Held;

/**
 * What is selected in the table: rectangles of cells, however many rows they hold. It costs the same for a million rows as for
 * one. The active cell is where the last rectangle was begun; its other corner moves.
 */
final class TableSelection {

  private final IdList ids;
  private final IntSupplier columns;
  private final Runnable changed;
  private List<Held> held = List.of();
  private Spot active = Spot.NONE;
  private Spot corner = Spot.NONE;
  private long activeId = -1;

  /** What was selected in rows that the list does not have, or not yet. */
  private Optional<HeldCells> waiting = Optional.empty();

  /**
   * @param columns how many are visible
   * @param changed told after each change
   */
  TableSelection(IdList ids, IntSupplier columns, Runnable changed) {
    this.ids = ids;
    this.columns = columns;
    this.changed = changed;
  }

  /** Where typing goes; {@link Spot#NONE} in an empty table. */
  Spot active() {
    return active;
  }

  /** The conversation that is looked at, also while its row is still being read; empty in an empty table. */
  Optional<Long> looked() {
    boolean isComing = waiting.isPresent() && !ids.isEmpty();
    return active.isSomewhere() || isComing ? Optional.of(activeId) : Optional.empty();
  }

  /** The corner of the last rectangle that Shift moves. */
  Spot corner() {
    return corner;
  }

  /** The rectangles in the order in which they were begun. */
  List<Block> blocks() {
    return held.stream().map(Held::block).toList();
  }

  boolean isOneCell() {
    return held.size() == 1 && held.getFirst().block().isCell();
  }

  boolean contains(int row, int column) {
    return held.stream().anyMatch(one -> one.block().contains(row, column));
  }

  boolean touches(int row) {
    return held.stream().anyMatch(one -> one.block().touches(row));
  }

  void goTo(Spot spot) {
    place(spot);
    hold(List.of(), Block.of(spot));
  }

  /** Moves the other corner of the last rectangle. */
  void extendTo(Spot spot) {
    if (!active.isSomewhere()) {
      goTo(spot);
      return;
    }
    corner = spot;
    hold(allButLast(), Block.between(active, spot));
  }

  /** Begins one more rectangle; a single cell that was selected by itself is let go. */
  void begin(Spot spot) {
    var others = new ArrayList<>(held);
    if (others.size() > 1 && others.removeIf(one -> one.block().equals(Block.of(spot)))) {
      var last = others.getLast().block();
      place(new Spot(last.top(), last.left()));
      hold(others.subList(0, others.size() - 1), last);
      return;
    }
    place(spot);
    hold(others, Block.of(spot));
  }

  /** The columns of the last rectangle from top to bottom. */
  void wholeColumns() {
    stretch(last -> new Block(0, ids.size() - 1, last.left(), last.right()));
  }

  void wholeColumn(int column) {
    if (!ids.isEmpty()) {
      place(new Spot(0, column));
      hold(List.of(), new Block(0, ids.size() - 1, column, column));
    }
  }

  /** The rows of the last rectangle from left to right. */
  void wholeRows() {
    stretch(last -> new Block(last.top(), last.bottom(), 0, columns.getAsInt() - 1));
  }

  /** Every cell of every row that is shown; the active cell stays. */
  void all() {
    if (!ids.isEmpty()) {
      if (!active.isSomewhere()) {
        place(new Spot(0, 0));
      }
      hold(List.of(), new Block(0, ids.size() - 1, 0, columns.getAsInt() - 1));
    }
  }

  /** These rows from left to right, as after they were moved. */
  void rows(int top, int bottom) {
    place(new Spot(top, Math.max(0, active.column())));
    hold(List.of(), new Block(top, bottom, 0, columns.getAsInt() - 1));
  }

  private void stretch(java.util.function.UnaryOperator<Block> how) {
    if (!held.isEmpty()) {
      hold(allButLast(), how.apply(held.getLast().block()));
    }
  }

  /**
   * Makes the next cell of what is selected the active one, and selects nothing else: through each rectangle, on to the next, and
   * from the end to the beginning. False where only one cell is selected.
   */
  boolean goAround(Block.Way way, boolean back) {
    if (held.isEmpty() || isOneCell()) {
      return false;
    }
    var block = held.getLast().block();
    long next = block.placeOf(active, way) + (back ? -1 : 1);
    if (next < 0 || next >= block.cells()) {
      var turned = new ArrayList<>(held);
      Collections.rotate(turned, back ? 1 : -1);
      held = List.copyOf(turned);
      block = held.getLast().block();
      next = back ? block.cells() - 1 : 0;
      corner = new Spot(block.bottom(), block.right());
    }
    active = block.cellAt(next, way);
    activeId = ids.at(active.row());
    changed.run();
    return true;
  }

  /** Back to the active cell alone; answers whether more was selected. */
  boolean collapse() {
    if (held.isEmpty() || isOneCell()) {
      return false;
    }
    goTo(active);
    return true;
  }

  private void place(Spot spot) {
    waiting = Optional.empty();
    active = spot;
    corner = spot;
    activeId = ids.at(spot.row());
  }

  private List<Held> allButLast() {
    return held.isEmpty() ? held : held.subList(0, held.size() - 1);
  }

  private void hold(List<Held> before, Block last) {
    var now = new ArrayList<>(before);
    now.add(new Held(last, ids.at(last.top()), ids.at(last.bottom())));
    held = List.copyOf(now);
    changed.run();
  }

  /**
   * The list has changed: rectangles stay with their conversations, and what is gone is let go. Nothing is gone before the list is
   * known to its end, nor from a list without rows: until then nothing is selected.
   */
  void follow() {
    var before = waiting.orElseGet(() -> new HeldCells(held, active, corner, activeId));
    if (!before.isSomewhere()) {
      return;
    }
    if (ids.isEmpty() || (!ids.isWhole() && !before.isFound(ids))) {
      waiting = Optional.of(before);
      held = List.of();
      active = Spot.NONE;
      corner = Spot.NONE;
    } else {
      var now = before.in(ids);
      waiting = Optional.empty();
      held = now.held();
      active = now.active();
      corner = now.corner();
      activeId = now.activeId();
    }
    changed.run();
  }

  /** The columns are others now: only the active cell stays, in this column. */
  void columnsChanged(int column) {
    if (active.isSomewhere()) {
      goTo(new Spot(active.row(), Math.clamp(column, 0, Math.max(0, columns.getAsInt() - 1))));
    }
  }

  /** The selected rows as stretches from top to bottom, which do not meet. */
  List<Block> stretches() {
    var sorted = new ArrayList<>(blocks());
    sorted.sort(Comparator.comparingInt(Block::top));
    var merged = new ArrayList<Block>();
    for (var block : sorted) {
      if (!merged.isEmpty() && block.top() <= merged.getLast().bottom() + 1) {
        var before = merged.removeLast();
        merged.add(
            new Block(
                before.top(),
                Math.max(before.bottom(), block.bottom()),
                Math.min(before.left(), block.left()),
                Math.max(before.right(), block.right())));
      } else {
        merged.add(block);
      }
    }
    return merged;
  }

  /** Selected rows. */
  int count() {
    return stretches().stream().mapToInt(Block::rows).sum();
  }

  /** The conversations of the selected rows from top to bottom. */
  long[] numbers() {
    var numbers = new long[count()];
    int at = 0;
    for (var stretch : stretches()) {
      for (int row = stretch.top(); row <= stretch.bottom(); row++) {
        numbers[at++] = ids.at(row);
      }
    }
    return numbers;
  }

  /** Columns in which anything is selected. */
  SortedSet<Integer> columns() {
    var set = new TreeSet<Integer>();
    for (var block : blocks()) {
      for (int column = block.left(); column <= block.right(); column++) {
        set.add(column);
      }
    }
    return set;
  }
}
