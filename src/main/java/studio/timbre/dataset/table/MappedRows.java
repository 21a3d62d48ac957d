package studio.timbre.dataset.table;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.function.Function;
import studio.timbre.dataset.ConversationReader.Line;
import studio.timbre.dataset.LineSource;
import studio.timbre.json.LeftOut;
import studio.timbre.model.AddedRows;
import studio.timbre.model.ImportReport.Refusal;
import studio.timbre.model.TableMapping;

/** The conversations of a table under a mapping of its columns: its sheets, their heads, and what stands beside the rows. */
final class MappedRows implements LineSource {
  private static final int LONGEST_SAID = 120;

  private final TableRows rows;
  private final Deque<TableRow> peeked;
  private final Optional<BrokenTable> fault;
  private final TableMapping mapping;
  private final Deque<Line> ready = new ArrayDeque<>();
  private final Set<String> told = new HashSet<>();
  private TableHead head;
  private List<String> header = List.of();
  private String sheet = "";
  private boolean first = true;
  private boolean passing;
  private final RowGatherer gatherer;
  private long lastRow;
  private boolean begun;
  private boolean over;

  /**
   * @param peeked what was read from {@code rows} before
   */
  MappedRows(TableRows rows, TableFile.Peeked peeked, TableMapping mapping) {
    this(rows, peeked, mapping, ready -> new BelowEachOther(mapping, ready));
  }

  private MappedRows(
      TableRows rows,
      TableFile.Peeked peeked,
      TableMapping mapping,
      Function<Queue<Line>, ? extends RowGatherer> gatherer) {
    this.rows = rows;
    this.peeked = new ArrayDeque<>(peeked.rows());
    this.fault = peeked.fault();
    this.mapping = mapping;
    this.head = new TableHead(mapping);
    this.gatherer = gatherer.apply(ready);
  }

  /** Those of a table of ours, of which all rows were looked at before. */
  static MappedRows ours(TableRows rows, TableMapping mapping, OwnIndex index, AddedRows added) {
    return new MappedRows(
        rows,
        TableFile.Peeked.NOTHING,
        mapping,
        ready -> new OwnGatherer(mapping, index, added, isNumbered(rows), ready));
  }

  /** Looks at all rows of a table of ours. */
  static OwnIndex index(TableRows rows, TableMapping mapping, Runnable eachRow) throws IOException {
    var index = new OwnIndex(mapping, isNumbered(rows), eachRow);
    try (var all = new MappedRows(rows, TableFile.Peeked.NOTHING, mapping, ready -> index)) {
      while (all.next().isPresent()) {}
    }
    return index;
  }

  /** A text file tells lines, of which a row may take several. */
  private static boolean isNumbered(TableRows rows) {
    return rows.form().separator().isEmpty();
  }

  @Override
  public Optional<Line> next() throws IOException {
    while (ready.isEmpty() && !over) {
      try {
        if (!begun) {
          begun = true;
          begin();
          continue;
        }
        var row = nextRow();
        if (row.isPresent()) {
          take(row.get());
        } else {
          over = true;
          endHead();
          gatherer.end();
        }
      } catch (BrokenTable broken) {
        over = true;
        gatherer.end();
        refuse(
            lastRow + 1,
            sheet,
            broken.key(),
            String.valueOf(broken.getMessage()),
            broken.arguments());
      }
    }
    return Optional.ofNullable(ready.poll());
  }

  private void begin() throws IOException {
    for (var note : rows.notes()) {
      beside(0, "", note);
    }
    if (!mapping.speaks() && (fault.isEmpty() || !peeked.isEmpty())) {
      over = true;
      refuse(
          1,
          "",
          "dataset.refused.noColumns",
          "no column is known to hold what is said; say which do",
          List.of());
    }
  }

  private Optional<TableRow> nextRow() throws IOException {
    if (!peeked.isEmpty()) {
      return Optional.of(peeked.remove());
    }
    if (fault.isPresent()) {
      throw fault.get();
    }
    return rows.next();
  }

  private void take(TableRow row) throws IOException {
    if (row.cells().isEmpty()) {
      tell(row);
      if (head.isWhole()) {
        gatherer.blank(false);
      }
      return;
    }
    lastRow = row.number();
    if (!row.sheet().equals(sheet)) {
      endHead();
      gatherer.endSheet();
      sheet = row.sheet();
      first = false;
      passing = false;
      head = new TableHead(mapping);
      if (!mapping.header() && row.cells().size() > mapping.columns().size()) {
        passOver(row);
      }
    }
    if (passing) {
      return;
    }
    if (!head.isWhole()) {
      head.take(row);
      if (head.isWhole()) {
        beginSheet(row);
      }
      return;
    }
    tell(row);
    if (row.isBlank()) {
      gatherer.blank(true);
      return;
    }
    if (!mapping.isOwn() && TotalsRow.is(row)) {
      beside(
          row.number(),
          row.sheet(),
          new LeftOut(
              "dataset.leftOut.totals",
              "a row of totals: " + said(row),
              List.of(said(row)),
              false));
      return;
    }
    gatherer.take(row);
  }

  /** The sheet goes on with what its columns hold; a further one is read where it begins as the first one does. */
  private void beginSheet(TableRow last) {
    if (first) {
      header = head.names();
      gatherer.names(header);
    } else if (!head.names().equals(header)) {
      passOver(last);
      return;
    }
    head.above().forEach(this::above);
  }

  private void above(TableRow row) {
    tell(row);
    beside(
        row.number(),
        row.sheet(),
        new LeftOut(
            "dataset.leftOut.above", "above the table: " + said(row), List.of(said(row)), false));
  }

  /** A sheet that ends before its table begins. */
  private void endHead() {
    if (!head.isWhole() && !head.taken().isEmpty()) {
      if (first) {
        head.taken().forEach(this::above);
      } else {
        passOver(head.taken().getFirst());
      }
    }
    head = new TableHead(mapping);
  }

  private static String said(TableRow row) {
    String all =
        String.join(
            " | ", row.cells().stream().map(String::strip).filter(c -> !c.isEmpty()).toList());
    return all.length() > LONGEST_SAID ? all.substring(0, LONGEST_SAID) + "…" : all;
  }

  private void tell(TableRow row) {
    for (var note : row.notes()) {
      if (!note.oncePerFile() || told.add(note.key())) {
        beside(row.number(), row.sheet(), note);
      }
    }
  }

  private void passOver(TableRow row) {
    passing = true;
    beside(
        row.number(),
        "",
        new LeftOut(
            "dataset.leftOut.sheet",
            "the sheet \"" + sheet + "\", as its columns are others",
            List.of(sheet),
            false));
  }

  private void beside(long row, String place, LeftOut note) {
    ready.add(
        new Line.Beside(
            row, new Refusal(row, place, note.key(), note.english(), note.arguments())));
  }

  private void refuse(long row, String place, String key, String english, List<Object> arguments) {
    ready.add(new Line.Refused(row, new Refusal(row, place, key, english, arguments)));
  }

  @Override
  public long bytesRead() {
    return rows.bytesRead();
  }

  @Override
  public void close() throws IOException {
    try (rows) {
      gatherer.close();
    }
  }
}
