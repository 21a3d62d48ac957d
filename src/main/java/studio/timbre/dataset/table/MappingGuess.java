package studio.timbre.dataset.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import studio.timbre.dataset.PlacingWords;
import studio.timbre.dataset.Speakers;
import studio.timbre.model.TableMapping;
import studio.timbre.model.TableMapping.Use;

/** Guesses what the columns of a table mean, by their names first and then by what is in them. */
final class MappingGuess {
  private static final int LONGEST_NAME = 40;
  private static final double MOST = 0.8;

  private final List<TableRow> rows;
  private final List<ColumnLook> columns;
  private final boolean header;
  private final List<Use> uses = new ArrayList<>();

  private MappingGuess(List<TableRow> rows) {
    this.rows = rows;
    this.header = hasHeader(rows);
    int width = rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
    var values = rows.subList(header ? 1 : 0, rows.size());
    this.columns =
        IntStream.range(0, width).mapToObj(column -> ColumnLook.of(values, column)).toList();
  }

  /**
   * @param rows the first ones, with the one that may be the header
   */
  static TableMapping of(List<TableRow> rows) {
    var guess = new MappingGuess(rows);
    guess.byName();
    if (!guess.uses.contains(Use.DETAILS)) {
      guess.byContent();
    }
    return new TableMapping(guess.uses, guess.header, Optional.empty());
  }

  private static boolean hasHeader(List<TableRow> rows) {
    if (rows.isEmpty()) {
      return false;
    }
    var first = rows.getFirst().cells();
    boolean brief = first.stream().allMatch(cell -> cell.length() <= LONGEST_NAME);
    if (brief && first.stream().anyMatch(cell -> HeaderWords.use(cell).isPresent())) {
      return !first.stream().anyMatch(cell -> cell.contains("?"));
    }
    boolean names =
        brief
            && rows.size() > 1
            && first.stream().noneMatch(cell -> cell.isBlank() || cell.matches(".*[?.!].*|[0-9]+"))
            && new HashSet<>(first).size() == first.size();
    double below =
        rows.subList(1, rows.size()).stream()
            .flatMap(row -> row.cells().stream())
            .mapToInt(String::length)
            .average()
            .orElse(0);
    double above = first.stream().mapToInt(String::length).average().orElse(0);
    return names && below > 2 * above;
  }

  private void byName() {
    boolean own = header && rows.getFirst().cells().contains(HeaderWords.DETAILS);
    for (int i = 0; i < columns.size(); i++) {
      var look = columns.get(i);
      var found = header ? HeaderWords.use(rows.getFirst().cell(i)) : Optional.<Use>empty();
      uses.add(found.filter(use -> own || fits(use, look)).orElse(Use.KEPT));
    }
    if (uses.contains(Use.DETAILS)) {
      return;
    }
    if (uses.contains(Use.ROLE)) {
      var texts = indices(Use.TEXT);
      if (texts.isEmpty()) {
        longest(Use.KEPT).ifPresent(column -> uses.set(column, Use.TEXT));
      }
      oneOf(Use.ROLE);
      oneOf(Use.TEXT);
      if (uses.contains(Use.TEXT)) {
        uses.replaceAll(
            use -> use == Use.USER || use == Use.ASSISTANT || use == Use.TURNS ? Use.KEPT : use);
      }
    } else {
      uses.replaceAll(use -> use == Use.TEXT ? Use.KEPT : use);
    }
    oneOf(Use.CONVERSATION);
    oneOf(Use.STATUS);
    oneOf(Use.SPLIT);
    oneOf(Use.TURNS);
  }

  /** A name that what stands below it contradicts tells nothing. */
  private static boolean fits(Use use, ColumnLook look) {
    return switch (use) {
      case ROLE -> look.speakers() >= MOST;
      case TURNS -> look.turns() >= MOST;
      case STATUS -> look.states() >= MOST;
      case SPLIT -> look.splits() >= MOST;
      case CONVERSATION -> look.turns() < MOST && (look.repeats() || look.empty());
      default -> true;
    };
  }

  private void byContent() {
    if (uses.contains(Use.ROLE) && uses.contains(Use.TEXT)) {
      return;
    }
    boolean speaks = uses.contains(Use.USER) || uses.contains(Use.ASSISTANT);
    for (int i = 0; i < columns.size() && !speaks && !uses.contains(Use.TURNS); i++) {
      if (uses.get(i) == Use.KEPT && columns.get(i).turns() >= MOST) {
        uses.set(i, Use.TURNS);
      }
    }
    if ((uses.contains(Use.USER) && uses.contains(Use.ASSISTANT)) || uses.contains(Use.TURNS)) {
      return;
    }
    if (!speaks) {
      for (int i = 0; i < columns.size(); i++) {
        if (uses.get(i) == Use.KEPT
            && columns.get(i).speakers() >= MOST
            && columns.get(i).repeats()) {
          uses.set(i, Use.ROLE);
          longest(Use.KEPT).ifPresent(column -> uses.set(column, Use.TEXT));
          return;
        }
      }
    }
    questionAndAnswer();
  }

  /** The two longest columns of text: the one with more question marks asks, or the one to the left. */
  private void questionAndAnswer() {
    var texts =
        indices(Use.KEPT).stream()
            .filter(column -> columns.get(column).isProse())
            .sorted(Comparator.comparingDouble(column -> -columns.get(column).length()))
            .toList();
    if (uses.contains(Use.USER) && !texts.isEmpty()) {
      uses.set(texts.getFirst(), Use.ASSISTANT);
    } else if (uses.contains(Use.ASSISTANT) && !texts.isEmpty()) {
      uses.set(texts.getFirst(), Use.USER);
    } else if (texts.size() >= 2) {
      int left = Math.min(texts.get(0), texts.get(1));
      int right = Math.max(texts.get(0), texts.get(1));
      boolean rightAsks = columns.get(right).questions() > columns.get(left).questions() + 0.3;
      uses.set(rightAsks ? right : left, Use.USER);
      uses.set(rightAsks ? left : right, Use.ASSISTANT);
    }
  }

  private List<Integer> indices(Use use) {
    return IntStream.range(0, uses.size()).filter(i -> uses.get(i) == use).boxed().toList();
  }

  private Optional<Integer> longest(Use use) {
    return indices(use).stream()
        .max(Comparator.comparingDouble(column -> columns.get(column).length()));
  }

  private void oneOf(Use use) {
    indices(use).stream().skip(1).forEach(column -> uses.set(column, Use.KEPT));
  }

  /** How the cells of one column look. */
  private record ColumnLook(List<String> cells) {
    static ColumnLook of(List<TableRow> rows, int column) {
      return new ColumnLook(
          rows.stream().map(row -> row.cell(column)).filter(cell -> !cell.isBlank()).toList());
    }

    boolean empty() {
      return cells.isEmpty();
    }

    private double share(Predicate<String> test) {
      return cells.isEmpty() ? 0 : (double) cells.stream().filter(test).count() / cells.size();
    }

    double speakers() {
      return share(cell -> Speakers.role(cell).isPresent());
    }

    double states() {
      return share(cell -> PlacingWords.status(cell).isPresent());
    }

    double splits() {
      return share(cell -> PlacingWords.split(cell).isPresent());
    }

    double turns() {
      return share(cell -> TurnsInCell.looksLike(cell));
    }

    double questions() {
      return share(cell -> cell.contains("?"));
    }

    double length() {
      return cells.stream().mapToInt(String::length).average().orElse(0);
    }

    boolean repeats() {
      return new HashSet<>(cells).size() < cells.size();
    }

    boolean isProse() {
      return share(
              cell -> cell.strip().contains(" ") && cell.codePoints().anyMatch(Character::isLetter))
          >= 0.5;
    }
  }
}
