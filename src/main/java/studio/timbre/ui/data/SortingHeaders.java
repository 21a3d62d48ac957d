package studio.timbre.ui.data;

import java.util.List;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableView;
import studio.timbre.model.ConversationQuery.Sort;

/** The order of the rows in the headers of both parts of the table, and back: a click there sorts the project. */
final class SortingHeaders {
  private final Narrowing narrowing;
  private boolean follows;

  SortingHeaders(Narrowing narrowing, TableView<Long> table, TableView<Long> frozen) {
    this.narrowing = narrowing;
    table.setSortPolicy(view -> sort(table, frozen));
    frozen.setSortPolicy(view -> sort(frozen, table));
    narrowing.order().subscribe(wanted -> show(wanted, List.of(table, frozen)));
  }

  /** The headers follow where something else has chosen the order, as a view does. */
  private void show(Narrowing.Order wanted, List<TableView<Long>> parts) {
    follows = true;
    parts.forEach(part -> show(part, wanted));
    follows = false;
  }

  private static void show(TableView<Long> part, Narrowing.Order wanted) {
    var column =
        part.getColumns().stream()
            .filter(
                one ->
                    wanted.column() != Sort.POSITION
                        && ConversationTable.kind(one).sort() == wanted.column())
            .findFirst();
    var type = wanted.largestFirst() ? SortType.DESCENDING : SortType.ASCENDING;
    var shown = part.getSortOrder().stream().findFirst();
    boolean isShown =
        column
            .map(one -> shown.filter(now -> now == one && now.getSortType() == type).isPresent())
            .orElse(shown.isEmpty());
    if (!isShown) {
      column.ifPresent(one -> one.setSortType(type));
      part.getSortOrder().setAll(column.stream().toList());
    }
  }

  /** Sorting is the project's business; the table only says what it should be. */
  private boolean sort(TableView<Long> asked, TableView<Long> other) {
    if (follows) {
      return true;
    }
    var order = asked.getSortOrder();
    if (order.isEmpty()) {
      if (!other.getSortOrder().isEmpty()) {
        return true;
      }
      narrowing.sortBy(Sort.POSITION, false);
    } else {
      var first = order.getFirst();
      other.getSortOrder().clear();
      narrowing.sortBy(
          ConversationTable.kind(first).sort(), first.getSortType() == SortType.DESCENDING);
    }
    return true;
  }
}
