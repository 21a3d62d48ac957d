package studio.timbre.dataset.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import studio.timbre.dataset.PlacingWords;
import studio.timbre.json.TableDetails;
import studio.timbre.model.SheetLanguage;
import studio.timbre.model.TableMapping.Use;

/**
 * The columns of a table of ours, whatever colleagues did to their headings: by the headings that we write, then by words that mean the
 * same, then by what stands below them or where they stand. What a colleague has added beside them stays with the conversation.
 */
final class OwnColumns {
  private static final double MOST = MappingGuess.MOST;

  private final List<TableRow> rows;
  private final List<String> names;
  private final List<ColumnLook> looks;
  private final List<Use> uses;

  private OwnColumns(List<TableRow> rows, List<String> names, List<ColumnLook> looks) {
    this.rows = rows;
    this.names = names;
    this.looks = looks;
    this.uses = new ArrayList<>(Collections.nCopies(looks.size(), Use.KEPT));
  }

  /** Whether the row of headings was taken away: rows tell what they are, but no column is called so. */
  static boolean isHeadless(List<TableRow> rows) {
    return rows.stream().noneMatch(row -> row.cells().contains(HeaderWords.DETAILS))
        && rows.stream().anyMatch(row -> row.cells().stream().anyMatch(OwnColumns::tells));
  }

  /** Where the headings of a table of ours stand, whatever they are called now. */
  static Optional<HeadGuess> head(List<TableRow> rows) {
    return IntStream.range(0, rows.size())
        .filter(row -> rows.get(row).cells().contains(HeaderWords.DETAILS))
        .mapToObj(row -> new HeadGuess(row, 1))
        .findFirst();
  }

  private static boolean tells(String cell) {
    return cell.startsWith("{")
        && (RowMark.in(cell).isPresent() || TableDetails.stamp(cell).isPresent());
  }

  /**
   * What each column means.
   *
   * @param rows below the headings
   * @param names what the columns are called; none where the headings are gone
   */
  static List<Use> of(List<TableRow> rows, List<String> names, List<ColumnLook> looks) {
    var columns = new OwnColumns(rows, names, looks);
    columns.find();
    return columns.uses;
  }

  /** The column for the line where our headings stand, but the column for programs was taken away. */
  static Optional<Integer> lineWithoutDetails(List<String> names) {
    var there = names.stream().map(PlacingWords::plain).toList();
    for (var language : SheetLanguage.values()) {
      var headings = language.headings().stream().map(PlacingWords::plain).toList();
      if (there.containsAll(headings)) {
        return Optional.of(there.indexOf(headings.get(SheetLanguage.COLUMNS.indexOf(Use.LINE))));
      }
    }
    return Optional.empty();
  }

  private void find() {
    int details = names.indexOf(HeaderWords.DETAILS);
    if (details >= 0) {
      uses.set(details, Use.DETAILS);
    } else {
      first(column -> looks.get(column).cells().stream().anyMatch(OwnColumns::tells))
          .ifPresent(column -> uses.set(column, Use.DETAILS));
    }
    byOurHeadings();
    byOtherWords();
    give(Use.CONVERSATION, first(column -> says(column, OwnColumns::isConversation)));
    give(Use.LINE, first(column -> says(column, OwnColumns::isLine)));
    give(Use.ROLE, first(column -> looks.get(column).speakers() >= MOST));
    byPlace();
    give(Use.TEXT, longest());
    give(Use.STATUS, first(column -> looks.get(column).states() >= MOST));
    give(Use.SPLIT, first(column -> looks.get(column).splits() >= MOST));
  }

  private void byOurHeadings() {
    var languages = new ArrayList<>(List.of(SheetLanguage.values()));
    languages.sort(Comparator.comparingLong(language -> -hits(language)));
    for (var language : languages) {
      for (int i = 0; i < SheetLanguage.COLUMNS.size(); i++) {
        String heading = PlacingWords.plain(language.headings().get(i));
        give(SheetLanguage.COLUMNS.get(i), first(column -> plain(column).equals(heading)));
      }
    }
  }

  private long hits(SheetLanguage language) {
    var there = names.stream().map(PlacingWords::plain).toList();
    return language.headings().stream().map(PlacingWords::plain).filter(there::contains).count();
  }

  private void byOtherWords() {
    for (var use : SheetLanguage.COLUMNS) {
      give(
          use,
          first(
              column ->
                  !name(column).isBlank()
                      && (HeaderWords.use(name(column)).equals(Optional.of(use))
                          || (use == Use.NOTE && HeaderWords.isNote(name(column)))
                          || (use == Use.RATING && HeaderWords.isRating(name(column))))));
    }
  }

  /** Where the other columns are where we wrote them, one of another name is what we wrote there. */
  private void byPlace() {
    int own = SheetLanguage.COLUMNS.size();
    boolean inPlace =
        uses.indexOf(Use.DETAILS) == own
            && IntStream.range(0, own)
                .allMatch(
                    column ->
                        uses.get(column) == Use.KEPT
                            || uses.get(column) == SheetLanguage.COLUMNS.get(column));
    for (int column = 0; inPlace && column < own; column++) {
      give(SheetLanguage.COLUMNS.get(column), Optional.of(column));
    }
  }

  private void give(Use use, Optional<Integer> column) {
    if (!uses.contains(use)) {
      column.filter(free -> uses.get(free) == Use.KEPT).ifPresent(free -> uses.set(free, use));
    }
  }

  private Optional<Integer> first(IntPredicate test) {
    return IntStream.range(0, looks.size())
        .filter(column -> uses.get(column) == Use.KEPT)
        .filter(test)
        .boxed()
        .findFirst();
  }

  private Optional<Integer> longest() {
    return IntStream.range(0, looks.size())
        .filter(column -> uses.get(column) == Use.KEPT && !looks.get(column).cells().isEmpty())
        .boxed()
        .max(Comparator.comparingDouble(column -> looks.get(column).length()));
  }

  /** Whether most rows that tell what they are say so in a column as well. */
  private boolean says(int column, BiPredicate<RowMark, String> test) {
    int details = uses.indexOf(Use.DETAILS);
    long marked = 0;
    long alike = 0;
    for (var row : rows) {
      var mark = details < 0 ? Optional.<RowMark>empty() : RowMark.in(row.cell(details));
      if (mark.isPresent()) {
        marked++;
        alike += test.test(mark.get(), row.cell(column).strip()) ? 1 : 0;
      }
    }
    return marked > 0 && alike >= MOST * marked;
  }

  private static boolean isConversation(RowMark mark, String cell) {
    return mark.conversation().equals(cell);
  }

  private static boolean isLine(RowMark mark, String cell) {
    return cell.equals(String.valueOf(mark.line()));
  }

  private String name(int column) {
    return column < names.size() ? names.get(column) : "";
  }

  private String plain(int column) {
    return PlacingWords.plain(name(column));
  }
}
