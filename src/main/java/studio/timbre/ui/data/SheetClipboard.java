package studio.timbre.ui.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import studio.timbre.app.ProjectSession;
import studio.timbre.model.ChangeInfo;
import studio.timbre.model.ConversationRow;
import studio.timbre.model.Split;
import studio.timbre.ui.clipboard.Grid;
import studio.timbre.ui.fx.Work;

/** Copy, cut and paste between the table and spreadsheets. */
final class SheetClipboard implements AutoCloseable {
  /** More than a spreadsheet takes at once with ease; a file is the way for more. */
  static final int MOST_ROWS = 100_000;

  private static final int ROWS_AT_ONCE = 500;

  /** Where tables lie between programs. */
  interface Board {
    Optional<Grid> read();

    /** What was copied as a table: from a spreadsheet or a page; empty where there are words alone. */
    Optional<Grid> table();

    /** The words alone. */
    Optional<String> text();

    /** Files that were copied. */
    List<Path> files();

    void write(Grid grid);
  }

  /** Told what cannot be a property. */
  interface Listener {
    /** Something was copied. */
    void copied(int rows);

    void tooMany(int most);

    /** @param entry of the journal, by which it can be taken back; empty where nothing changed */
    void pasted(Pasting.Outcome outcome, Optional<Long> entry);

    void nothingToPaste();

    void failed(Exception problem);
  }

  private final DataViewModel model;
  private final SheetActs sheet;
  private final LongActs acts;
  private final CellContent content;
  private final Board board;
  private final Work.Lane reading;
  private final ProjectSession session;
  private final Listener listener;
  private Runnable bringingIn = () -> {};
  private final ReadOnlyObjectWrapper<Optional<PastePlan>> asked =
      new ReadOnlyObjectWrapper<>(Optional.empty());

  SheetClipboard(
      ProjectSession session,
      Work work,
      DataViewModel model,
      SheetActs sheet,
      LongActs acts,
      CellContent content,
      Board board,
      Listener listener) {
    this.session = session;
    this.reading = work.lane();
    this.model = model;
    this.sheet = sheet;
    this.acts = acts;
    this.content = content;
    this.board = board;
    this.listener = listener;
  }

  /** A paste that the person should look at first. */
  ReadOnlyObjectProperty<Optional<PastePlan>> asked() {
    return asked.getReadOnlyProperty();
  }

  CellContent content() {
    return content;
  }

  void copy() {
    copy(() -> {});
  }

  /** Copies, and empties the cells once they lie on the clipboard. */
  void cut() {
    copy(sheet::clear);
  }

  private void copy(Runnable then) {
    var patches = sheet.patches();
    if (patches.isEmpty()) {
      return;
    }
    if (Patch.rows(patches) > MOST_ROWS) {
      listener.tooMany(MOST_ROWS);
      return;
    }
    reading
        .run(() -> gather(patches))
        .onSuccess(
            grid -> {
              board.write(grid);
              listener.copied(grid.height());
              then.run();
            })
        .onFailure(listener::failed);
  }

  /** One rectangle as it is; several are laid over each other, with nothing where none of them was. */
  private Grid gather(List<Patch> patches) {
    var columns = new TreeSet<TableColumnKind>();
    patches.forEach(patch -> columns.addAll(patch.columns()));
    var order = patches.size() == 1 ? patches.getFirst().columns() : List.copyOf(columns);
    Map<Long, List<TableColumnKind>> wanted = new HashMap<>();
    var ids = new ArrayList<Long>();
    for (var patch : patches) {
      for (long id : patch.ids()) {
        if (!wanted.containsKey(id)) {
          ids.add(id);
        }
        wanted.computeIfAbsent(id, key -> new ArrayList<>()).addAll(patch.columns());
      }
    }
    var rows = new ArrayList<List<String>>(ids.size());
    for (int from = 0; from < ids.size(); from += ROWS_AT_ONCE) {
      var some = ids.subList(from, Math.min(ids.size(), from + ROWS_AT_ONCE));
      for (var row : session.rows(some.stream().mapToLong(Long::longValue).toArray())) {
        rows.add(cells(row, order, wanted.getOrDefault(row.id(), List.of())));
      }
    }
    return new Grid(rows);
  }

  private List<String> cells(
      ConversationRow row, List<TableColumnKind> order, List<TableColumnKind> wanted) {
    return order.stream()
        .map(column -> wanted.contains(column) ? content.of(row, column) : "")
        .toList();
  }

  /**
   * @param way of what lies on the clipboard to new conversations
   */
  void bringsIn(Runnable way) {
    bringingIn = way;
  }

  /** Makes new conversations of what lies on the clipboard, as an import does. */
  void bringIn() {
    drop();
    bringingIn.run();
  }

  /** Pastes where the selection is: at once where everything fits, else it is asked first. */
  void paste() {
    if (model.all().get() == 0) {
      bringIn();
      return;
    }
    var found = board.read();
    if (found.isEmpty()) {
      listener.nothingToPaste();
      return;
    }
    var grid = found.get();
    var target = sheet.target();
    if (target.isEmpty()) {
      bringIn();
      return;
    }
    var block = target.get().block();
    boolean fills = block.rows() % grid.height() == 0 && block.columns() % grid.width() == 0;
    var whole = fills ? PastePlan.repeated(grid, block.rows(), block.columns()) : grid;
    var plan = PastePlan.over(whole, target.get().kinds(), below(block.top(), whole.height()));
    boolean fits =
        (fills || block.isCell())
            && grid.width() <= target.get().kinds().size()
            && target.get().kinds().stream()
                .limit(whole.width())
                .noneMatch(TableColumnKind::isFixed);
    if (fits && plan.refused(content) == 0) {
      make(plan);
    } else {
      asked.set(Optional.of(plan));
    }
  }

  private long[] below(int top, int rows) {
    var ids = model.ids();
    return ids.numbers(top, (int) Math.min(ids.size(), (long) top + rows));
  }

  /** Another plan for what is asked about. */
  void change(PastePlan plan) {
    asked.set(Optional.of(plan));
  }

  /** Does what was asked about. */
  void accept() {
    var plan = asked.get();
    asked.set(Optional.empty());
    plan.filter(PastePlan::goesAnywhere).ifPresent(this::make);
  }

  /** Nothing is pasted. */
  void drop() {
    asked.set(Optional.empty());
  }

  @Override
  public void close() {
    reading.forget();
  }

  private record Pasted(Pasting.Outcome outcome, Optional<Long> entry) {}

  private void make(PastePlan plan) {
    var split = model.narrowing().split().get().orElse(Split.TRAINING);
    int rows = plan.grid().height();
    acts.run(
        content.texts().get("data.act.paste", rows),
        (open, progress) -> {
          long before = open.journalPosition();
          var outcome =
              open.write("paste", pen -> new Pasting(plan, content, split).write(pen, progress));
          var entry = open.nextUndo().map(ChangeInfo::entry).filter(done -> done != before);
          return new Pasted(outcome, entry);
        },
        pasted -> listener.pasted(pasted.outcome(), pasted.entry()));
  }
}
