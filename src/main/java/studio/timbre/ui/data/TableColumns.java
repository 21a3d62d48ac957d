package studio.timbre.ui.data;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseEvent;
import studio.timbre.ui.data.TableLayout.Shown;
import studio.timbre.ui.fx.Texts;

/** The columns as the layout wants them; what is dragged in the header goes back into the layout. */
final class TableColumns {
  private static final double LEAST_TEXT = 96;

  private final TableView<Long> table;
  private final FrozenPart frozen;
  private final Texts texts;
  private final ObjectProperty<TableLayout> layout;
  private final Consumer<TableColumnKind> select;
  private final Map<TableColumnKind, TableColumn<Long, Long>> columns =
      new EnumMap<>(TableColumnKind.class);

  /** As wide as a person wants each; what the table makes of it, as it is wide itself, is not kept. */
  private final Map<TableColumnKind, Double> wanted = new EnumMap<>(TableColumnKind.class);

  private boolean applying;
  private boolean held;

  /** @param select selects a whole column */
  TableColumns(
      TableView<Long> table,
      FrozenPart frozen,
      Texts texts,
      Function<TableColumnKind, ConversationCell> cells,
      ObjectProperty<TableLayout> layout,
      Consumer<TableColumnKind> select) {
    this.table = table;
    this.frozen = frozen;
    this.texts = texts;
    this.layout = layout;
    this.select = select;
    for (var kind : TableColumnKind.values()) {
      columns.put(kind, column(kind, cells));
    }
    layout.subscribe(this::apply);
    for (var part : List.of(table, frozen)) {
      part.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> held = isInHeader(event.getTarget()));
      part.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> held = false);
      part.getColumns().addListener((Observable changed) -> dragged(false));
    }
    table.widthProperty().subscribe(this::fit);
  }

  private TableColumn<Long, Long> column(
      TableColumnKind kind, Function<TableColumnKind, ConversationCell> cells) {
    var column = new TableColumn<Long, Long>(texts.get(kind.titleKey()));
    column.setUserData(kind);
    column.setId("column-" + kind.name());
    if (kind.isNumber()) {
      column.getStyleClass().add("number-column");
    }
    column.setMinWidth(kind.isText() ? LEAST_TEXT : kind.width());
    column.setCellValueFactory(
        row -> new ReadOnlyObjectWrapper<>(row.getValue()).getReadOnlyProperty());
    column.setCellFactory(ignored -> cells.apply(kind));
    column.widthProperty().addListener(width -> dragged(held));
    column.setContextMenu(menu(kind));
    return column;
  }

  private ContextMenu menu(TableColumnKind kind) {
    var hide = item("data.columns.hide", () -> layout.set(layout.get().with(kind, false)));
    hide.disableProperty().bind(layout.map(now -> now.columns().size() == 1));
    return new ContextMenu(
        item("data.sort.ascending", () -> sortBy(kind, SortType.ASCENDING)),
        item("data.sort.descending", () -> sortBy(kind, SortType.DESCENDING)),
        item("data.sort.none", this::unsorted),
        new SeparatorMenuItem(),
        item("data.columns.select", () -> select.accept(kind)),
        hide);
  }

  private MenuItem item(String key, Runnable act) {
    var item = new MenuItem(texts.get(key));
    item.setMnemonicParsing(false);
    item.setOnAction(event -> act.run());
    return item;
  }

  /** Sorts the rows; a column need not be on show for that. */
  void sortBy(TableColumnKind kind, SortType direction) {
    var column = columns.get(kind);
    column.setSortType(direction);
    var home = frozen.getColumns().contains(column) ? frozen : table;
    home.getSortOrder().setAll(List.of(column));
  }

  /** Back to the order of the project. */
  void unsorted() {
    frozen.getSortOrder().clear();
    table.getSortOrder().clear();
  }

  /** All that are on show, the frozen ones first. */
  List<TableColumn<Long, ?>> visible() {
    return Stream.concat(
            frozen.getVisibleLeafColumns().stream(), table.getVisibleLeafColumns().stream())
        .toList();
  }

  /** Columns that stay at the left. */
  int frozen() {
    return frozen.getColumns().size();
  }

  private void apply(TableLayout now) {
    if (applying) {
      return;
    }
    applying = true;
    var shown = now.columns().stream().map(one -> columns.get(one.kind())).toList();
    now.columns()
        .forEach(
            one -> {
              var column = columns.get(one.kind());
              if (!Objects.equals(wanted.put(one.kind(), one.width()), one.width())) {
                column.setPrefWidth(one.width());
              }
            });
    var still = shown.subList(0, now.frozen());
    var moving = shown.subList(now.frozen(), shown.size());
    frozen.getColumns().retainAll(still);
    table.getColumns().retainAll(moving);
    frozen.take(still);
    if (!table.getColumns().equals(moving)) {
      table.getColumns().setAll(moving);
    }
    frozen.fit();
    applying = false;
    fit();
  }

  /** Few columns share the width of the table; many go beyond it, and are scrolled. */
  private void fit() {
    double least = table.getColumns().stream().mapToDouble(TableColumn::getMinWidth).sum();
    var policy =
        table.getWidth() > 0 && least > table.getWidth()
            ? TableView.UNCONSTRAINED_RESIZE_POLICY
            : TableView.CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN;
    if (table.getColumnResizePolicy() != policy) {
      applying = true;
      table.setColumnResizePolicy(policy);
      if (policy == TableView.UNCONSTRAINED_RESIZE_POLICY) {
        table
            .getColumns()
            .forEach(
                column ->
                    column.setPrefWidth(
                        Math.max(column.getWidth(), ConversationTable.kind(column).width())));
      }
      applying = false;
    }
  }

  private static boolean isInHeader(Object target) {
    var node = target instanceof Node clicked ? clicked : null;
    while (node != null && !node.getStyleClass().contains("column-header-background")) {
      node = node.getParent();
    }
    return node != null;
  }

  /**
   * A column has another place or width.
   *
   * @param sized whether a person has given it that width
   */
  private void dragged(boolean sized) {
    if (applying) {
      return;
    }
    applying = true;
    frozen.fit();
    var now =
        Stream.concat(frozen.getColumns().stream(), table.getColumns().stream())
            .map(column -> new Shown(ConversationTable.kind(column), width(column, sized)))
            .toList();
    now.forEach(one -> wanted.put(one.kind(), one.width()));
    var before = layout.get();
    layout.set(new TableLayout(now, before.lines(), before.frozen()));
    applying = false;
  }

  private double width(TableColumn<?, ?> column, boolean sized) {
    return sized
        ? column.getWidth()
        : wanted.getOrDefault(ConversationTable.kind(column), column.getWidth());
  }
}
