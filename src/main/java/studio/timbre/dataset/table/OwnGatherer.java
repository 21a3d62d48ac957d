package studio.timbre.dataset.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import studio.timbre.dataset.ConversationReader.Line;
import studio.timbre.model.AddedRows;
import studio.timbre.model.ImportReport.Refusal;
import studio.timbre.model.Role;
import studio.timbre.model.TableMapping;
import studio.timbre.model.TableMapping.Use;

/**
 * Makes conversations of the rows of a table that Timbre wrote, whatever became of their order. One whose rows stand together comes when
 * the last of them was read; rows that stand apart wait for each other.
 */
final class OwnGatherer implements RowGatherer {
  private final TableMapping mapping;
  private final OwnIndex index;
  private final OwnRuns runs;
  private final Queue<Line> ready;
  private final Map<Long, Integer> placesLeft = new HashMap<>();
  private final List<OwnRow> open = new ArrayList<>();
  private List<String> header = List.of();
  private Optional<RowsAside> aside = Optional.empty();
  private Optional<TableRow> firstTwice = Optional.empty();
  private long twice;
  private long chars;

  /** @param ready takes the conversations that are whole */
  OwnGatherer(
      TableMapping mapping, OwnIndex index, AddedRows added, boolean numbered, Queue<Line> ready) {
    this.mapping = mapping;
    this.index = index;
    this.ready = ready;
    this.runs =
        new OwnRuns(
            mapping, numbered, List.of(new AddedParting(mapping, index.added(added).used())));
  }

  @Override
  public void names(List<String> names) {
    header = names;
  }

  @Override
  public void take(TableRow row) throws IOException {
    for (var step : runs.take(row)) {
      take(step);
    }
  }

  private void take(OwnRuns.Step step) throws IOException {
    if (step.begins()) {
      finish();
    }
    // Of one that is too long as many rows are kept as show that it is.
    if (open.size() <= Gathered.MOST_MESSAGES && chars <= Gathered.MOST_CHARS) {
      open.add(step.row());
      chars += step.row().row().cells().stream().mapToLong(String::length).sum();
    }
  }

  @Override
  public void blank(boolean written) throws IOException {
    for (var step : runs.blank()) {
      take(step);
    }
  }

  @Override
  public void endSheet() {}

  @Override
  public void end() throws IOException {
    for (var step : runs.end()) {
      take(step);
    }
    finish();
    firstTwice.ifPresent(
        row ->
            beside(
                row,
                "dataset.leftOut.rowsTwice",
                "%d rows that say what another row says as well".formatted(twice),
                twice));
  }

  private void finish() throws IOException {
    if (open.isEmpty()) {
      return;
    }
    String number = open.getFirst().number();
    int places = number.isEmpty() ? 1 : index.places(number);
    if (places == 1) {
      make(new OwnGroup(mapping, open, false, index.isSorted()), number);
    } else {
      putAside(number, places);
    }
    open.clear();
    chars = 0;
  }

  private void putAside(String number, int places) throws IOException {
    long key = OwnIndex.key(number);
    if (aside.isEmpty()) {
      aside = Optional.of(new RowsAside());
    }
    for (var row : open) {
      aside.get().put(key, row.row());
    }
    if (placesLeft.merge(key, places - 1, (left, _) -> left - 1) == 0) {
      placesLeft.remove(key);
      var rows =
          aside.get().take(key, Gathered.MOST_MESSAGES + 1).stream()
              .map(row -> OwnRow.of(row, mapping).in(number))
              .toList();
      make(new OwnGroup(mapping, rows, true, index.isSorted()), number);
    }
  }

  private void make(OwnGroup group, String number) {
    if (group.twice() > 0 && firstTwice.isEmpty()) {
      firstTwice = Optional.of(group.first());
    }
    twice += group.twice();
    if (number.isEmpty() && index.isSorted() && !isWholeByItself(group.rows())) {
      var first = group.first();
      refuse(
          new Refusal(
              first.number(),
              first.sheet(),
              "dataset.refused.addedApart",
              "the row names no conversation, and the table was sorted, so nobody knows what it belongs"
                  + " to; give each new conversation a number or a word of its own",
              List.of()));
      return;
    }
    switch (group.arranged()) {
      case OwnGroup.Arranged.Refused(var why) -> refuse(why);
      case OwnGroup.Arranged.Rows(var rows, var lines) -> {
        tellTurned(group, number);
        var gathered = new Gathered(mapping, header, rows.getFirst().row(), number);
        gathered.isOf(group.stamp(), lines);
        rows.forEach(row -> gathered.take(index.isMarked() ? asOurs(row) : row.row()));
        ready.add(gathered.finish());
      }
    }
  }

  /** Who speaks in a row that a colleague has added may be said in any word for it. */
  private TableRow asOurs(OwnRow row) {
    int column = mapping.columns().indexOf(Use.ROLE);
    if (column < 0 || row.mark().isPresent() || row.goesOn()) {
      return row.row();
    }
    var role = row.role(mapping);
    var cells = new ArrayList<>(row.row().cells());
    role.ifPresent(known -> cells.set(column, known.name()));
    return new TableRow(row.row().number(), row.row().sheet(), cells, row.row().notes());
  }

  private void tellTurned(OwnGroup group, String number) {
    if (group.isTurnedAround()) {
      beside(
          group.first(),
          "dataset.leftOut.rowOrder",
          "the order of the rows of conversation %s, as their line numbers say another one"
              .formatted(number),
          number);
    }
  }

  /** Whether rows without a number stand as a conversation does: answers below questions. */
  private boolean isWholeByItself(List<OwnRow> rows) {
    boolean asked = false;
    boolean answered = false;
    for (var row : rows) {
      var role = row.role(mapping).orElse(Role.USER);
      if (role.isAssistant() && !asked || role.equals(Role.USER) && asked && !answered) {
        return false;
      }
      if (role.equals(Role.USER)) {
        asked = true;
        answered = false;
      }
      answered |= role.isAssistant();
    }
    return answered;
  }

  private void refuse(Refusal why) {
    ready.add(new Line.Refused(why.line(), why));
  }

  private void beside(TableRow row, String key, String english, Object... arguments) {
    ready.add(
        new Line.Beside(
            row.number(),
            new Refusal(row.number(), row.sheet(), key, english, List.of(arguments))));
  }

  @Override
  public void close() throws IOException {
    if (aside.isPresent()) {
      aside.get().close();
    }
  }
}
