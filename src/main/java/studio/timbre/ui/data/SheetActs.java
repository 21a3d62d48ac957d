package studio.timbre.ui.data;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import studio.timbre.app.Steps;
import studio.timbre.model.Conversation;
import studio.timbre.model.ConversationQuery.Sort;
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

    /** All selected rows as one stretch without a gap. */
    Optional<Block> stretch();

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
  private Optional<Selected> selected = Optional.empty();

  SheetActs(
      DataViewModel model, CellContent content, LongActs acts, DataViewModel.Listener listener) {
    this.model = model;
    this.content = content;
    this.acts = acts;
    this.listener = listener;
  }

  void use(Selected selection) {
    selected = Optional.of(selection);
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
    var stretch = selected.flatMap(Selected::stretch);
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

  /** Puts as many empty conversations as there are selected rows before them or behind them. */
  void insert(boolean above) {
    var stretch = selected.flatMap(Selected::stretch);
    if (stretch.isEmpty()) {
      return;
    }
    int rows = stretch.get().rows();
    long next = model.ids().at(above ? stretch.get().top() : stretch.get().bottom());
    acts.run(
        title("data.act.insert", rows),
        (session, progress) ->
            session.write(
                "add",
                pen -> {
                  var place = above ? Place.before(next) : Place.behind(next);
                  var split = pen.find(next).map(Curated::split).orElse(Split.TRAINING);
                  var steps = new Steps(progress, rows);
                  long first = -1;
                  for (int row = 0; row < rows; row++) {
                    long id = pen.add(Curated.draft(empty(), split), place);
                    place = Place.behind(id);
                    first = row == 0 ? id : first;
                    steps.done();
                  }
                  return first;
                }),
        first -> selected.ifPresent(table -> table.follow(first, rows)));
  }

  private static Conversation empty() {
    return Conversation.of(Message.of(Role.USER, ""), Message.of(Role.ASSISTANT, ""));
  }

  /** Whether rows can be moved: they are shown in the order of the project. */
  boolean canMove() {
    return model.narrowing().query().sort() == Sort.POSITION
        && !model.narrowing().query().descending();
  }

  /** Puts the selected rows one further up or down among those that are shown. */
  void move(boolean up) {
    var stretch = selected.flatMap(Selected::stretch);
    if (stretch.isEmpty()) {
      return;
    }
    var rows = stretch.get();
    int beside = up ? rows.top() - 1 : rows.bottom() + 1;
    if (beside >= 0 && beside < model.ids().size()) {
      moveTo(rows, up ? beside : beside + 1);
    }
  }

  /** Puts a stretch of rows before the row that is at a place now. */
  void moveTo(Block rows, int target) {
    if (!canMove()) {
      listener.sorted();
      return;
    }
    if (target >= rows.top() && target <= rows.bottom() + 1) {
      return;
    }
    boolean up = target < rows.top();
    // The smaller part goes past the larger one: the outcome is the same.
    int passed = up ? rows.top() - target : target - rows.bottom() - 1;
    boolean themselves = rows.rows() <= passed;
    long[] ids =
        themselves
            ? model.ids().numbers(rows.top(), rows.bottom() + 1)
            : up
                ? model.ids().numbers(target, rows.top())
                : model.ids().numbers(rows.bottom() + 1, target);
    var first = placeOf(rows, target, up, themselves);
    acts.run(
        title("data.act.move", ids.length),
        (session, progress) ->
            session.write(
                "move",
                pen -> {
                  var place = first;
                  var steps = new Steps(progress, ids.length);
                  for (long id : ids) {
                    pen.move(id, place);
                    place = Place.behind(id);
                    steps.done();
                  }
                  return ids;
                }));
  }

  private Place placeOf(Block rows, int target, boolean up, boolean themselves) {
    var ids = model.ids();
    if (themselves) {
      return up ? Place.before(ids.at(target)) : Place.behind(ids.at(target - 1));
    }
    return up ? Place.behind(ids.at(rows.bottom())) : Place.before(ids.at(rows.top()));
  }
}
