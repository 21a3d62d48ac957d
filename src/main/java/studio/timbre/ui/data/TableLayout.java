package studio.timbre.ui.data;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a person has set the table up; a project remembers it as one line of text.
 *
 * @param columns that are shown, from left to right
 * @param lines of text in a row, or {@link #FITTED}
 * @param frozen columns at the left that stay where they are
 */
record TableLayout(List<Shown> columns, int lines, int frozen) {
  /** Under which name a project keeps it. */
  static final String SETTING = "data.table";

  /** Stands for rows that are as high as their longest text needs. */
  static final int FITTED = 0;

  /** Heights of a row to choose from, in lines. */
  static final List<Integer> LINES = List.of(1, 3, 6, FITTED);

  /**
   * A column on show.
   *
   * @param width in pixels
   */
  record Shown(TableColumnKind kind, double width) {}

  static final TableLayout DEFAULT =
      new TableLayout(
          Stream.of(TableColumnKind.values())
              .filter(TableColumnKind::isShownAtFirst)
              .map(kind -> new Shown(kind, kind.width()))
              .toList(),
          1,
          0);

  TableLayout {
    columns = List.copyOf(columns);
    lines = LINES.contains(lines) ? lines : 1;
    frozen = Math.clamp(frozen, 0, Math.max(0, columns.size() - 1));
  }

  Set<TableColumnKind> kinds() {
    var kinds = EnumSet.noneOf(TableColumnKind.class);
    columns.forEach(column -> kinds.add(column.kind()));
    return kinds;
  }

  TableLayout withLines(int newLines) {
    return new TableLayout(columns, newLines, frozen);
  }

  TableLayout withFrozen(int newFrozen) {
    return new TableLayout(columns, lines, newFrozen);
  }

  /** With a column put in where it stands at first, or taken out; the last one stays. */
  TableLayout with(TableColumnKind kind, boolean shown) {
    var changed = new ArrayList<>(columns);
    changed.removeIf(column -> column.kind() == kind);
    if (shown) {
      int place = 0;
      while (place < changed.size() && changed.get(place).kind().compareTo(kind) < 0) {
        place++;
      }
      changed.add(place, new Shown(kind, kind.width()));
    }
    return changed.isEmpty() ? this : new TableLayout(changed, lines, frozen);
  }

  /** As a project keeps it. */
  String text() {
    return "lines="
        + lines
        + " frozen="
        + frozen
        + columns.stream()
            .map(column -> " " + column.kind() + "=" + Math.round(column.width()))
            .collect(Collectors.joining());
  }

  /** Words that this version does not know are passed over. */
  static TableLayout parse(String text) {
    var columns = new ArrayList<Shown>();
    int lines = 1;
    int frozen = 0;
    for (String word : text.split(" ", -1)) {
      int equals = word.indexOf('=');
      if (equals > 0 && word.substring(equals + 1).matches("\\d{1,5}")) {
        int value = Integer.parseInt(word.substring(equals + 1));
        String name = word.substring(0, equals);
        switch (name) {
          case "lines" -> lines = value;
          case "frozen" -> frozen = value;
          default ->
              kind(name)
                  .filter(kind -> columns.stream().noneMatch(column -> column.kind() == kind))
                  .ifPresent(kind -> columns.add(new Shown(kind, value)));
        }
      }
    }
    return columns.isEmpty() ? DEFAULT : new TableLayout(columns, lines, frozen);
  }

  private static Optional<TableColumnKind> kind(String name) {
    return Stream.of(TableColumnKind.values()).filter(kind -> kind.name().equals(name)).findFirst();
  }
}
