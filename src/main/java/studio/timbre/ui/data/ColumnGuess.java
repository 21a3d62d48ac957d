package studio.timbre.ui.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import studio.timbre.ui.clipboard.Grid;
import studio.timbre.ui.fx.Texts;

/** Which columns a table from elsewhere speaks of: told by its headings, or else by its width. */
final class ColumnGuess {
  private static final Map<String, TableColumnKind> NAMES = new HashMap<>();

  static {
    name(TableColumnKind.STATUS, "status");
    name(TableColumnKind.SYSTEM, "system", "system message", "system prompt", "instructions");
    name(TableColumnKind.QUESTION, "question", "prompt", "input", "user", "customer", "query");
    name(
        TableColumnKind.ANSWER, "answer", "response", "output", "completion", "assistant", "reply");
    name(TableColumnKind.RATING, "rating", "stars", "score");
    name(TableColumnKind.TAGS, "tags", "tag", "labels", "label");
    name(TableColumnKind.ASSIGNEE, "assignee", "assigned to", "owner", "reviewer");
    name(TableColumnKind.NOTE, "note", "notes", "comment", "comments");
    name(TableColumnKind.SPLIT, "split", "use", "set");
    for (var language : Texts.LANGUAGES) {
      for (var kind : TableColumnKind.values()) {
        name(kind, Texts.of(language).get(kind.titleKey()));
      }
    }
  }

  private ColumnGuess() {}

  private static void name(TableColumnKind kind, String... names) {
    for (String name : names) {
      NAMES.putIfAbsent(plain(name), kind);
    }
  }

  private static String plain(String text) {
    return text.strip().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** Whether the first row names columns: all that stands in it does. */
  static boolean hasHeading(Grid grid) {
    return grid.height() > 1
        && grid.rows().getFirst().stream().anyMatch(cell -> !cell.isBlank())
        && grid.rows().getFirst().stream()
            .allMatch(cell -> cell.isBlank() || NAMES.containsKey(plain(cell)));
  }

  /** What the headings say, each column once; empty for those that say nothing, or name what is not for changing. */
  static List<Optional<TableColumnKind>> byHeading(Grid grid) {
    var columns = new ArrayList<Optional<TableColumnKind>>();
    for (var cell : grid.rows().getFirst()) {
      columns.add(
          Optional.ofNullable(NAMES.get(plain(cell)))
              .filter(kind -> !kind.isFixed() && !columns.contains(Optional.of(kind))));
    }
    return columns;
  }

  /** Question and answer for two columns, instructions before them for three; one is a question. */
  static List<Optional<TableColumnKind>> byWidth(int width) {
    var known =
        switch (width) {
          case 1 -> List.of(TableColumnKind.QUESTION);
          case 2 -> List.of(TableColumnKind.QUESTION, TableColumnKind.ANSWER);
          default ->
              List.of(TableColumnKind.SYSTEM, TableColumnKind.QUESTION, TableColumnKind.ANSWER);
        };
    var columns = new ArrayList<Optional<TableColumnKind>>();
    for (int i = 0; i < width; i++) {
      columns.add(i < known.size() ? Optional.of(known.get(i)) : Optional.empty());
    }
    return columns;
  }
}
