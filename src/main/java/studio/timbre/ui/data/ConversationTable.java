package studio.timbre.ui.data;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.StackPane;
import studio.timbre.ui.fx.Texts;

/** The conversations as a spreadsheet. */
final class ConversationTable extends StackPane {

  /** Opens the choice of a word, as the status, below a cell. */
  interface Choosing {
    ContextMenu menu(TableColumnKind column);
  }

  private static final double LEAST_TEXT = 96;

  private final DataViewModel model;
  private final Texts texts;
  private final TableView<Long> table;
  private final TableCursor cursor;
  private final TypingInCells typing;
  private final Map<TableColumnKind, TableColumn<Long, Long>> columns = new LinkedHashMap<>();
  private final Set<ConversationCell> cells =
      Collections.newSetFromMap(new WeakHashMap<ConversationCell, Boolean>());
  private boolean begun;

  ConversationTable(
      DataViewModel model, Texts texts, Choosing choosing, ContextMenu menu, Node placeholder) {
    this.model = model;
    this.texts = texts;
    table = new TableView<>(model.ids());
    table.setId("conversations");
    table.getStyleClass().addAll("conversation-table", "bordered");
    table.setAccessibleText(texts.get("data.table"));
    table.setPlaceholder(placeholder);
    table.setContextMenu(menu);
    table.setFixedCellSize(36);
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
    table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    table.getSelectionModel().setCellSelectionEnabled(true);
    for (var kind : TableColumnKind.values()) {
      columns.put(kind, column(kind));
    }
    table.getColumns().setAll(columns.values());
    cursor = new TableCursor(table, columns, model.ids());
    table.setSortPolicy(view -> sort());
    table.getSelectionModel().getSelectedCells().subscribe(this::selected);
    table.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    table.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
    table.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
    model.current().subscribe(looked -> redraw());
    typing = new TypingInCells(model, texts, cursor, cells, choosing);
    table.addEventFilter(ScrollEvent.SCROLL, event -> typing.commit());
    getChildren().addAll(table, typing.editor());
  }

  private TableColumn<Long, Long> column(TableColumnKind kind) {
    var column = new TableColumn<Long, Long>(texts.get(kind.titleKey()));
    column.setUserData(kind);
    column.setId("column-" + kind.name());
    if (kind.isNumber()) {
      column.getStyleClass().add("number-column");
    }
    column.setPrefWidth(kind.width());
    column.setMinWidth(kind.isText() ? LEAST_TEXT : kind.width());
    column.setCellValueFactory(
        row -> new ReadOnlyObjectWrapper<>(row.getValue()).getReadOnlyProperty());
    column.setCellFactory(
        ignored -> {
          var cell = new ConversationCell(model, texts, kind);
          cells.add(cell);
          return cell;
        });
    return column;
  }

  /** Sorting is the project's business; the table only says what it should be. */
  private boolean sort() {
    var order = table.getSortOrder();
    if (order.isEmpty()) {
      model.narrowing().sortBy(studio.timbre.model.ConversationQuery.Sort.POSITION, false);
    } else {
      var first = order.getFirst();
      model
          .narrowing()
          .sortBy(kind(first).sort(), first.getSortType() == TableColumn.SortType.DESCENDING);
    }
    return true;
  }

  static TableColumnKind kind(TableColumn<?, ?> column) {
    return (TableColumnKind) column.getUserData();
  }

  /** Draws what is seen anew. */
  void redraw() {
    beginAtTheTop();
    cells.forEach(ConversationCell::draw);
  }

  private void selected() {
    if (cursor.isLeaping()) {
      return;
    }
    var rows = new HashSet<Integer>();
    for (var position : table.getSelectionModel().getSelectedCells()) {
      if (position.getRow() >= 0 && position.getRow() < model.ids().size()) {
        rows.add(position.getRow());
      }
    }
    long[] ids = rows.stream().sorted().mapToLong(model.ids()::at).toArray();
    int looked = table.getFocusModel().getFocusedIndex();
    int row = rows.contains(looked) ? looked : rows.stream().findFirst().orElse(-1);
    model.select(ids, row < 0 ? Optional.empty() : Optional.of(model.ids().at(row)));
  }

  /** Goes to a conversation, if it is in the list; opens its question for typing if asked. */
  void goTo(long id, boolean edit) {
    int row = model.ids().indexOf(id);
    if (row >= 0) {
      cursor.goTo(row, TableColumnKind.QUESTION);
      table.requestFocus();
      if (edit) {
        typing.open(row, TableColumnKind.QUESTION, Optional.empty());
      }
    }
  }

  /** The first rows have come, and none is selected yet. */
  private void beginAtTheTop() {
    if (!begun && !model.ids().isEmpty()) {
      begun = true;
      cursor.goTo(0, TableColumnKind.QUESTION);
    }
  }

  /** Gives the keyboard to the table. */
  void focusTable() {
    table.requestFocus();
  }

  void commit() {
    typing.commit();
  }

  private void key(KeyEvent event) {
    var position = table.getFocusModel().getFocusedCell();
    boolean plain = !event.isShortcutDown() && !event.isAltDown() && !event.isControlDown();
    switch (event.getCode()) {
      case F2, ENTER -> {
        if (!plain || position.getRow() < 0) {
          return;
        }
        edit(position, Optional.empty());
      }
      case TAB -> {
        if (event.isControlDown()) {
          table.requestFocusTraversal(
              event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
        } else if (!cursor.step(event.isShiftDown() ? -1 : 1)) {
          return;
        }
      }
      case DELETE -> {
        if (!plain) {
          return;
        }
        model.delete();
      }
      case A -> {
        if (!event.isShortcutDown()) {
          return;
        }
        cursor.selectAll();
      }
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void typed(KeyEvent event) {
    String typed = event.getCharacter();
    boolean printable = !typed.isEmpty() && typed.charAt(0) >= ' ' && typed.charAt(0) != 0x7f;
    if (!printable || event.isShortcutDown() || event.isControlDown() || event.isMetaDown()) {
      return;
    }
    var position = table.getFocusModel().getFocusedCell();
    if (position.getRow() >= 0 && position.getTableColumn() != null && !typing.isOpen()) {
      if (kind(position.getTableColumn()).isText()) {
        edit(position, Optional.of(typed));
        event.consume();
      }
    }
  }

  private void clicked(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
      var position = table.getFocusModel().getFocusedCell();
      if (position.getRow() >= 0 && isOnCell(event)) {
        edit(position, Optional.empty());
      }
    }
  }

  private static boolean isOnCell(MouseEvent event) {
    for (var node = (Node) event.getTarget(); node != null; node = node.getParent()) {
      if (node instanceof ConversationCell cell) {
        return !cell.isEmpty();
      }
    }
    return false;
  }

  private void edit(TablePosition<?, ?> position, Optional<String> typed) {
    if (position.getTableColumn() != null) {
      typing.open(position.getRow(), kind(position.getTableColumn()), typed);
    }
  }
}
