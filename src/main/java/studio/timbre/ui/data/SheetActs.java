package studio.timbre.ui.data;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import studio.timbre.app.Steps;
import studio.timbre.model.Conversation;
import studio.timbre.model.Curated;
import studio.timbre.model.Message;
import studio.timbre.model.Pen;
import studio.timbre.model.Place;
import studio.timbre.model.Progress;
import studio.timbre.model.Role;
import studio.timbre.model.Split;

/** What is done to the selected cells and rows themselves; each is one step of undo. */
final class SheetActs {

  /** The selection of the table, and how it goes on after an act. */
  interface Selected {
    List<Patch> patches();

    /** All selected rows as stretches from top to bottom, which do not meet. */
    List<Block> stretches();

    /** Where a paste begins: the last rectangle. */
    Optional<Target> target();

    /** Selects these conversations once the list has them. */
    void follow(long first, int rows);
  }

  /**
   * A rectangle of cells.
   *
   * @param kinds the columns from its first one to the last one of the table
   */
  record Target(Block block, List<TableColumnKind> kinds) {}

  private final DataViewModel model;
  private final CellContent content;
  private final LongActs acts;
  private final DataViewModel.Listener listener;
  private final RowMoves moves;
  private Optional<Selected> selected = Optional.empty();

  SheetActs(
      DataViewModel model, CellContent content, LongActs acts, DataViewModel.Listener listener) {
    this.model = model;
    this.content = content;
    this.acts = acts;
    this.listener = listener;
    this.moves = new RowMoves(model, content.texts(), acts, listener, this::stretches);
  }

  void use(Selected selection) {
    selected = Optional.of(selection);
  }

  private List<Block> stretches() {
    return selected.map(Selected::stretches).orElseGet(List::of);
  }

  /** All selected rows as one stretch without a gap. */
  private Optional<Block> stretch() {
    return Optional.of(stretches()).filter(all -> all.size() == 1).map(List::getFirst);
  }

  List<Patch> patches() {
    return selected.map(Selected::patches).orElseGet(List::of);
  }

  Optional<Target> target() {
    return selected.flatMap(Selected::target);
  }

  void follow(long first, int rows) {
    selected.ifPresent(table -> table.follow(first, rows));
  }

  private String title(String key, long count) {
    return content.texts().get(key, count);
  }

  /** Empties the selected cells; a status and a use stay, for they cannot be nothing. */
  void clear() {
    cells("clear", "data.act.clear", patches(), content::cleared);
  }

  /** Changes every open cell of some; a cell that does not take it stays as it is, which is said afterwards. */
  private void cells(
      String kind,
      String titleKey,
      List<Patch> patches,
      BiFunction<Curated, TableColumnKind, Optional<Curated>> change) {
    if (!Patch.anyOpen(patches)) {
      return;
    }
    acts.run(
        title(titleKey, Patch.rows(patches)),
        (session, progress) -> session.write(kind, pen -> write(pen, progress, patches, change)),
        refused -> {
          if (refused > 0) {
            listener.refused(refused);
          }
        });
  }

  private static int write(
      Pen pen,
      Progress progress,
      List<Patch> patches,
      BiFunction<Curated, TableColumnKind, Optional<Curated>> change) {
    var steps = new Steps(progress, Patch.rows(patches));
    var refused = new AtomicInteger();
    for (var patch : patches) {
      var columns = patch.open().toList();
      for (long id : patch.ids()) {
        pen.find(id)
            .ifPresent(
                before -> {
                  var now = before;
                  for (var column : columns) {
                    var after = change.apply(now, column);
                    refused.addAndGet(after.isPresent() ? 0 : 1);
                    now = after.orElse(now);
                  }
                  pen.put(id, now);
                });
        steps.done();
      }
    }
    return refused.get();
  }

  /** Writes what the uppermost selected row holds into those below it, each column for itself; one row takes it from above. */
  void fillDown() {
    var stretch = stretch();
    var patches = patches();
    if (stretch.isEmpty() || patches.size() != 1) {
      return;
    }
    var rows = stretch.get();
    int source = rows.rows() == 1 ? rows.top() - 1 : rows.top();
    if (source < 0 || !Patch.anyOpen(patches)) {
      return;
    }
    long from = model.ids().at(source);
    acts.run(
        title("data.act.fill", rows.rows()),
        (session, progress) ->
            session
                .row(from)
                .map(
                    row ->
                        session.write(
                            "fill",
                            pen ->
                                write(
                                    pen,
                                    progress,
                                    patches,
                                    (before, column) ->
                                        content.with(before, column, content.of(row, column)))))
                .orElse(0),
        refused -> {
          if (refused > 0) {
            listener.refused(refused);
          }
        });
  }

  void duplicate() {
    long[] ids = model.selection();
    if (ids.length > 0) {
      acts.run(
          title("data.act.duplicate", ids.length),
          (session, progress) -> session.bulk().duplicate(progress, ids));
    }
  }

  void delete() {
    delete(model.selection());
  }

  void delete(long... ids) {
    if (ids.length > 0) {
      acts.run(
          title("data.act.delete", ids.length),
          (session, progress) -> {
            session.bulk().delete(progress, ids);
            return session.nextUndo();
          },
          change ->
              change.ifPresent(
                  deletion -> listener.deleted(deletion.conversations(), deletion.entry())));
    }
  }

  /**
   * Rows to be put in.
   *
   * @param next the conversation before or behind which they go
   */
  private record Insertion(long next, int rows) {}

  /** Puts as many empty conversations as there are selected rows before them or behind them, at each stretch for itself. */
  void insert(boolean above) {
    var insertions =
        stretches().stream()
            .map(
                rows ->
                    new Insertion(model.ids().at(above ? rows.top() : rows.bottom()), rows.rows()))
            .toList();
    if (insertions.isEmpty()) {
      return;
    }
    int all = insertions.stream().mapToInt(Insertion::rows).sum();
    acts.run(
        title("data.act.insert", all),
        (session, progress) ->
            session.write(
                "add",
                pen -> {
                  var steps = new Steps(progress, all);
                  return insertions.stream()
                      .map(insertion -> insert(pen, insertion, above, steps))
                      .toList()
                      .getFirst();
                }),
        first -> selected.ifPresent(table -> table.follow(first, insertions.getFirst().rows())));
  }

  /** Answers the first of them. */
  private static long insert(Pen pen, Insertion insertion, boolean above, Steps steps) {
    long next = insertion.next();
    var place = above ? Place.before(next) : Place.behind(next);
    var split = pen.find(next).map(Curated::split).orElse(Split.TRAINING);
    long first = -1;
    for (int row = 0; row < insertion.rows(); row++) {
      long id = pen.add(Curated.draft(empty(), split), place);
      place = Place.behind(id);
      first = row == 0 ? id : first;
      steps.done();
    }
    return first;
  }

  private static Conversation empty() {
    return Conversation.of(Message.of(Role.USER, ""), Message.of(Role.ASSISTANT, ""));
  }

  /** How rows are put elsewhere. */
  RowMoves moves() {
    return moves;
  }
}
