package studio.timbre.dataset.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import studio.timbre.model.TableMapping;
import studio.timbre.model.TableMapping.Use;
import studio.timbre.model.TableReading;
import studio.timbre.model.TableShape;

/** Guesses what the columns of a table mean, by their names first and then by what is in them. */
final class MappingGuess {
  static final double MOST = 0.8;

  /** On average. */
  private static final double LONGEST_NAME = 40;

  private final List<TableRow> values;
  private final List<ColumnLook> columns;
  private final boolean header;
  private final List<String> names;
  private final List<Use> uses = new ArrayList<>();

  /**
   * @param header whether there are names
   */
  private MappingGuess(List<TableRow> rows, boolean header, TableReading reading) {
    this.header = header;
    int named = header ? reading.headerRows() : 0;
    int head = Math.min(rows.size(), reading.above() + named);
    this.names =
        TableHead.names(
            rows.subList(Math.min(head, reading.above()), head).stream()
                .map(TableRow::cells)
                .toList());
    this.values = rows.subList(head, rows.size());
    int below = values.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
    this.columns =
        IntStream.range(0, Math.max(below, names.size()))
            .mapToObj(column -> ColumnLook.of(values, column))
            .toList();
  }

  /**
   * @param rows the first ones, with those that may name the columns
   * @param reading how the file was read; where the names stand is guessed
   */
  static TableMapping of(List<TableRow> rows, TableReading reading) {
    if (OwnColumns.isHeadless(rows)) {
      return of(rows, false, reading.withHead(0, 1));
    }
    var head = OwnColumns.head(rows).orElseGet(() -> HeadGuess.of(rows));
    return of(
        rows,
        head.rows() > 0,
        reading.withHead(
            Math.min(head.above(), TableReading.MOST_ABOVE), Math.max(1, head.rows())));
  }

  /** Of a table whose names were said to stand there, or not to be. */
  static TableMapping of(List<TableRow> rows, boolean header, TableReading reading) {
    var guess = new MappingGuess(rows, header, reading);
    if (guess.names.contains(HeaderWords.DETAILS) || (!header && OwnColumns.isHeadless(rows))) {
      guess.uses.addAll(OwnColumns.of(guess.values, guess.names, guess.columns));
    } else {
      guess.byName();
      guess.byContent();
      guess.notes();
    }
    return new TableMapping(guess.uses, header, Optional.empty(), reading);
  }

  private void byName() {
    for (int i = 0; i < columns.size(); i++) {
      var look = columns.get(i);
      var found = HeaderWords.use(name(i));
      uses.add(found.filter(use -> fits(use, look)).orElse(Use.KEPT));
    }
    OwnColumns.lineWithoutDetails(names).ifPresent(column -> uses.set(column, Use.LINE));
    if (!uses.contains(Use.STATUS) || !uses.contains(Use.SPLIT)) {
      // Tickets have an assignee too, who has nothing to do with the work on this data.
      uses.replaceAll(use -> use == Use.ASSIGNEE ? Use.KEPT : use);
    }
    namesOfPeople();
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
    if (!uses.contains(Use.ROLE)) {
      // A cell that was merged over the rows of a conversation is one over rows of messages.
      indices(Use.CONVERSATION).stream()
          .filter(column -> !columns.get(column).repeats())
          .forEach(column -> uses.set(column, Use.KEPT));
    }
    oneOf(Use.CONVERSATION);
    oneOf(Use.STATUS);
    oneOf(Use.SPLIT);
    oneOf(Use.TURNS);
  }

  /** Exports of chats name people: where the columns for what is said, and for which chat, are named as well, they are who speaks. */
  private void namesOfPeople() {
    if (uses.contains(Use.ROLE) || !uses.contains(Use.TEXT) || !uses.contains(Use.CONVERSATION)) {
      return;
    }
    indices(Use.KEPT).stream()
        .filter(column -> HeaderWords.use(name(column)).filter(Use.ROLE::equals).isPresent())
        .filter(column -> columns.get(column).repeats())
        .filter(column -> columns.get(column).length() <= LONGEST_NAME)
        .findFirst()
        .ifPresent(column -> uses.set(column, Use.ROLE));
  }

  /**
   * The mapping in which a row is that. Columns that would say otherwise stay beside the conversation; those that are needed are looked
   * for.
   */
  static TableMapping reshaped(List<TableRow> rows, TableMapping mapping, TableShape shape) {
    var guess = new MappingGuess(rows, mapping.header(), mapping.reading());
    for (int i = 0; i < guess.columns.size(); i++) {
      guess.uses.add(mapping.use(i));
    }
    guess.reshape(shape);
    return new TableMapping(
        guess.uses, mapping.header(), mapping.system(), mapping.reading(), mapping.speakers());
  }

  private void reshape(TableShape shape) {
    uses.replaceAll(use -> isOf(use, shape) ? use : Use.KEPT);
    if (shape == TableShape.MESSAGE) {
      if (!uses.contains(Use.ROLE)) {
        best(column -> columns.get(column).speakers(), 0.5).ifPresent(i -> uses.set(i, Use.ROLE));
      }
      if (!uses.contains(Use.TEXT)) {
        longest(Use.KEPT).ifPresent(column -> uses.set(column, Use.TEXT));
      }
    } else if (!uses.contains(Use.USER) && !uses.contains(Use.ASSISTANT)) {
      if (!uses.contains(Use.TURNS)) {
        questionAndAnswer();
      }
      if (!uses.contains(Use.TURNS) && !uses.contains(Use.USER)) {
        longest(Use.KEPT).ifPresent(column -> uses.set(column, Use.USER));
      }
    }
    if (shape != TableShape.CONVERSATION && !uses.contains(Use.CONVERSATION)) {
      indices(Use.KEPT).stream()
          .filter(
              column -> HeaderWords.use(name(column)).filter(Use.CONVERSATION::equals).isPresent())
          .findFirst()
          .ifPresent(column -> uses.set(column, Use.CONVERSATION));
    }
  }

  private static boolean isOf(Use use, TableShape shape) {
    return switch (use) {
      case ROLE, TEXT -> shape == TableShape.MESSAGE;
      case CONVERSATION -> shape != TableShape.CONVERSATION;
      case USER, ASSISTANT, SYSTEM, REJECTED, TURNS -> shape != TableShape.MESSAGE;
      default -> true;
    };
  }

  /** The free column of which most is so, if that is as much as this. */
  private Optional<Integer> best(ToDoubleFunction<Integer> share, double least) {
    return indices(Use.KEPT).stream()
        .filter(column -> share.applyAsDouble(column) >= least)
        .max(Comparator.comparingDouble(share));
  }

  private String name(int column) {
    return column < names.size() ? names.get(column) : "";
  }

  /** What a colleague notes may be what is said elsewhere, so it is looked for last. */
  private void notes() {
    for (int i = 0; i < uses.size(); i++) {
      if (uses.get(i) == Use.KEPT) {
        // In Portuguese "nota" is a grade as well.
        boolean stars = columns.get(i).stars() >= MOST;
        if (stars && HeaderWords.isRating(name(i)) && !uses.contains(Use.RATING)) {
          uses.set(i, Use.RATING);
        } else if (!stars && HeaderWords.isNote(name(i)) && !uses.contains(Use.NOTE)) {
          uses.set(i, Use.NOTE);
        }
      }
    }
  }

  /** A name that what stands below it contradicts tells nothing. */
  private static boolean fits(Use use, ColumnLook look) {
    return switch (use) {
      case ROLE -> look.speakers() >= MOST;
      case TURNS -> look.turns() >= MOST;
      case STATUS -> look.states() >= MOST;
      case SPLIT -> look.splits() >= MOST;
      case RATING -> look.stars() >= MOST;
      case CONVERSATION -> look.turns() < MOST && (look.repeats() || look.hasGaps());
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
    } else if (columns.size() == 2 && indices(Use.KEPT).size() == 2 && areWords()) {
      uses.set(0, Use.USER);
      uses.set(1, Use.ASSISTANT);
    }
  }

  /** Two columns of words, however short: people ask on the left. */
  private boolean areWords() {
    return columns.stream().allMatch(ColumnLook::isWords);
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
}
