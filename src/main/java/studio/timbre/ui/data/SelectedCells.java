package studio.timbre.ui.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is selected as the acts want it, and the selection after them. */
final class SelectedCells implements SheetActs.Selected {

  /** Rows that should be selected once the list has them. */
  private record Awaited(long first, int rows) {}

  private final IdList ids;
  private final TableSelection selection;
  private final TableCursor cursor;
  private Optional<Awaited> awaited = Optional.empty();

  SelectedCells(IdList ids, TableSelection selection, TableCursor cursor) {
    this.ids = ids;
    this.selection = selection;
    this.cursor = cursor;
    ids.subscribe(this::listChanged);
  }

  private void listChanged() {
    selection.follow();
    awaited.ifPresent(rows -> follow(rows.first(), rows.rows()));
  }

  @Override
  public void follow(long first, int rows) {
    int row = ids.indexOf(first);
    awaited = row < 0 ? Optional.of(new Awaited(first, rows)) : Optional.empty();
    if (row >= 0) {
      selection.rows(row, Math.min(row + rows, ids.size()) - 1);
      cursor.reveal(selection.active());
    }
  }

  @Override
  public List<Patch> patches() {
    var patches = new ArrayList<Patch>();
    for (var block : selection.blocks()) {
      patches.add(
          new Patch(
              ids.numbers(block.top(), block.bottom() + 1),
              kinds(block.left(), block.right() + 1)));
    }
    return patches;
  }

  /** The columns from one place up to before another. */
  private List<TableColumnKind> kinds(int from, int to) {
    var kinds = new ArrayList<TableColumnKind>();
    for (int column = from; column < to; column++) {
      kinds.add(cursor.kindAt(column));
    }
    return List.copyOf(kinds);
  }

  @Override
  public Optional<SheetActs.Target> target() {
    var blocks = selection.blocks();
    if (blocks.isEmpty()) {
      return Optional.empty();
    }
    var last = blocks.getLast();
    return Optional.of(new SheetActs.Target(last, kinds(last.left(), cursor.columns())));
  }

  @Override
  public List<Block> stretches() {
    return selection.stretches();
  }
}
