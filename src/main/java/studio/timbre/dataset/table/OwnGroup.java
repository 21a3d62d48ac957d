package studio.timbre.dataset.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import studio.timbre.model.ImportReport.Refusal;
import studio.timbre.model.SheetPlace;
import studio.timbre.model.TableMapping;
import studio.timbre.model.TableMapping.Use;

/**
 * All rows of one conversation of a table of ours, wherever they stood: put into the order of their lines, or refused where nobody knows
 * it. The order of the file counts only where the rows do not say another one.
 */
final class OwnGroup {
  private final TableMapping mapping;
  private final List<OwnRow> rows;
  private final boolean apart;
  private final boolean sorted;
  private long twice;

  /**
   * @param rows in the order of the file
   * @param apart whether rows of other conversations stand between them
   * @param sorted whether the table was sorted by something else
   */
  OwnGroup(TableMapping mapping, List<OwnRow> rows, boolean apart, boolean sorted) {
    this.mapping = mapping;
    this.apart = apart;
    this.sorted = sorted;
    this.rows = withoutTwice(rows);
  }

  List<OwnRow> rows() {
    return List.copyOf(rows);
  }

  /** The first in the file. */
  TableRow first() {
    return rows.getFirst().row();
  }

  /** How many rows say what another one says as well. */
  long twice() {
    return twice;
  }

  /** A row that was copied and not touched is the same row. */
  private List<OwnRow> withoutTwice(List<OwnRow> all) {
    var kept = new ArrayList<OwnRow>();
    var seen = new HashSet<List<String>>();
    for (var row : all) {
      boolean known = row.line().isPresent() && row.piece() > 0;
      if (known && !seen.add(row.row().cells())) {
        twice++;
      } else {
        kept.add(row);
      }
    }
    return kept;
  }

  /** Whether the rows stand together, but not in the order that their numbers say. */
  boolean isTurnedAround() {
    return !apart
        && !sorted
        && !isRising(rows.stream().filter(row -> row.ownMark().isPresent()).toList());
  }

  private static boolean isRising(List<OwnRow> rows) {
    double line = -1;
    int piece = 0;
    for (var row : rows) {
      if (row.line().isEmpty()) {
        continue;
      }
      double now = row.line().getAsDouble();
      if (now < line || (now == line && row.piece() > 1 && row.piece() <= piece)) {
        return false;
      }
      line = now;
      piece = row.piece();
    }
    return true;
  }

  /** What became of the rows. */
  sealed interface Arranged {
    /** @param lines see {@link SheetPlace#lines} */
    record Rows(List<OwnRow> rows, List<Integer> lines) implements Arranged {}

    record Refused(Refusal why) implements Arranged {}
  }

  Arranged arranged() {
    var trouble = formula().or(this::trouble);
    if (trouble.isPresent()) {
      return new Arranged.Refused(trouble.get());
    }
    var inOrder = new ArrayList<>(rows);
    if (!isRising(rows)) {
      inOrder.sort(
          Comparator.comparingDouble((OwnRow row) -> row.line().orElseThrow())
              .thenComparingInt(OwnRow::piece));
    }
    var torn = torn(inOrder);
    return torn.isPresent()
        ? new Arranged.Refused(torn.get())
        : new Arranged.Rows(inOrder, lines(inOrder));
  }

  /** A text that has become a formula without a value is not known; the cell is not empty. */
  private Optional<Refusal> formula() {
    int text = mapping.columns().indexOf(Use.TEXT);
    return rows.stream()
        .filter(row -> row.row().isUnknown(text))
        .findFirst()
        .map(
            row ->
                refusal(
                    row,
                    "dataset.refused.formulaText",
                    "the text of line %s of conversation %s has become a formula that has no value"
                        .formatted(line(row), number()),
                    number(),
                    line(row)));
  }

  /** Why nobody can know the order. */
  private Optional<Refusal> trouble() {
    boolean rising = isRising(rows);
    if (rising && !apart) {
      return Optional.empty();
    }
    var lost = rows.stream().filter(row -> row.line().isEmpty()).findFirst();
    if (lost.isPresent() && (sorted || !rising || isUnknown())) {
      return Optional.of(
          refusal(
              lost.get(),
              "dataset.refused.linesApart",
              "the rows of conversation %s stand apart, and row %d does not say which line it is"
                  .formatted(number(), lost.get().row().number()),
              number(),
              lost.get().row().number()));
    }
    var places = new HashSet<String>();
    for (var row : rows) {
      if (row.line().isPresent()
          && (!places.add(row.line().getAsDouble() + " " + row.piece()) || row.piece() == 0)) {
        return Optional.of(
            refusal(
                row,
                "dataset.refused.lineTwice",
                "conversation %s has line %s twice, the second time in row %d"
                    .formatted(number(), line(row), row.row().number()),
                number(),
                line(row),
                row.row().number()));
      }
    }
    return Optional.empty();
  }

  private boolean isUnknown() {
    return rows.stream().allMatch(row -> row.line().isEmpty());
  }

  /** A long text of which a piece is not there. */
  private Optional<Refusal> torn(List<OwnRow> inOrder) {
    for (int i = 0; i < inOrder.size(); i++) {
      var row = inOrder.get(i);
      int pieces = row.goesOn() ? 0 : row.ownMark().map(RowMark::pieces).orElse(1);
      boolean headless =
          row.goesOn()
              && (i == 0
                  || (row.piece() > 0 && inOrder.get(i - 1).piece() != row.piece() - 1)
                  || (row.line().isPresent()
                      && inOrder.get(i - 1).line().isPresent()
                      && !row.line().equals(inOrder.get(i - 1).line())));
      boolean cut =
          pieces > 1
              && (i + pieces > inOrder.size()
                  || inOrder.subList(i + 1, i + pieces).stream().anyMatch(next -> !next.goesOn()));
      if (headless || cut) {
        return Optional.of(
            refusal(
                row,
                "dataset.refused.pieceMissing",
                "of the long text of line %s of conversation %s a row is missing"
                    .formatted(line(row), number()),
                number(),
                line(row)));
      }
    }
    return Optional.empty();
  }

  private Refusal refusal(OwnRow row, String key, String english, Object... arguments) {
    return new Refusal(row.row().number(), row.row().sheet(), key, english, List.of(arguments));
  }

  private String number() {
    return rows.getFirst().number();
  }

  private static String line(OwnRow row) {
    double line = row.line().orElse(0);
    return line == Math.rint(line) ? String.valueOf((long) line) : String.valueOf(line);
  }

  /** A row that has lost its mark is the line that it says, where no other one is. */
  private static List<Integer> lines(List<OwnRow> inOrder) {
    Set<Integer> marked =
        inOrder.stream()
            .flatMap(row -> row.ownMark().stream())
            .map(RowMark::line)
            .collect(Collectors.toSet());
    if (marked.isEmpty()) {
      return List.of();
    }
    return inOrder.stream()
        .filter(row -> !row.goesOn())
        .map(
            row ->
                row.ownMark()
                    .map(RowMark::line)
                    .orElseGet(
                        () -> {
                          double said = row.said().orElse(0);
                          return said == Math.rint(said) && marked.add((int) said) ? (int) said : 0;
                        }))
        .toList();
  }

  /** The table that the conversation was written into: that of a row which still is in the conversation that it was written for. */
  Optional<SheetPlace.Stamp> stamp() {
    return rows.stream()
        .filter(row -> row.mark().isEmpty() || row.ownMark().isPresent())
        .flatMap(row -> row.stamp(mapping).stream())
        .findFirst();
  }
}
