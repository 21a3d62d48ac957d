package studio.timbre.ui.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Font;
import studio.timbre.model.ConversationQuery.Sort;
import studio.timbre.model.ConversationRow;

/** The conversations as a spreadsheet. */
final class ConversationTable extends StackPane
    implements SheetActs.Selected, ConversationCell.Sight {

  /** Opens the choice of a word, as the status, below a cell. */
  interface Choosing {
    ContextMenu menu(TableColumnKind column);
  }

  /** Rows that should be selected once the list has them. */
  private record Awaited(long first, int rows) {}

  private final DataViewModel model;
  private final ObjectProperty<TableLayout> layout;
  private boolean followsOrder;
  private final TableView<Long> table;
  private final FrozenPart frozen;
  private final TableColumns columns;
  private final RowHeights heights;
  private final SheetFlow flow;
  private final TableSelection selection;
  private final TableCursor cursor;
  private final TableKeys keys;
  private final SheetKeys acts;
  private final TypingInCells typing;
  private final Set<ConversationCell> cells =
      Collections.newSetFromMap(new WeakHashMap<ConversationCell, Boolean>());
  private List<TableColumnKind> seen = List.of();
  private Optional<Awaited> awaited = Optional.empty();
  private boolean begun;

  ConversationTable(
      DataViewModel model,
      CellContent content,
      ObjectProperty<TableLayout> layout,
      SheetKeys acts,
      Choosing choosing,
      Node placeholder) {
    this.model = model;
    this.layout = layout;
    this.acts = acts;
    var texts = content.texts();
    table = new TableView<>(model.ids());
    table.setId("conversations");
    table.getStyleClass().addAll("conversation-table", "bordered");
    table.setAccessibleText(texts.get("data.table"));
    table.setPlaceholder(placeholder);
    // The table itself selects nothing: it would hold an object for each cell. It has the focus
    // only.
    table.getSelectionModel().setSelectionMode(SelectionMode.SINGLE);
    table.getSelectionModel().setCellSelectionEnabled(true);
    var skin = new SheetSkin(table);
    table.setSkin(skin);
    flow = skin.flow();
    heights = new RowHeights(model.ids(), model::row, content, this::shown);
    flow.lead(heights, new RowStack(heights), () -> font().ifPresent(heights::look));
    table.setRowFactory(view -> new SheetRow(heights));
    frozen = new FrozenPart(table);
    frozen.follow(heights, flow);
    selection = new TableSelection(model.ids(), this::visibleColumns, this::selected);
    cursor = new TableCursor(table, this::columns, selection, model.ids());
    keys = new TableKeys(cursor, selection);
    columns =
        new TableColumns(
            table,
            frozen,
            texts,
            kind -> cell(content, kind),
            layout,
            kind -> cursor.placeOf(kind).ifPresent(selection::wholeColumn));
    layout.subscribe(this::layOut);
    table.setSortPolicy(view -> sort(table, frozen));
    frozen.setSortPolicy(view -> sort(frozen, table));
    model.narrowing().order().subscribe(this::showOrder);
    table.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    table.addEventHandler(KeyEvent.KEY_TYPED, this::typed);
    var both = new HBox(frozen, table);
    HBox.setHgrow(table, Priority.ALWAYS);
    new TableMouse(table, both, cursor, selection, cells);
    both.addEventHandler(MouseEvent.MOUSE_CLICKED, this::clicked);
    model.current().subscribe(looked -> mark());
    model.ids().subscribe(this::listChanged);
    typing = new TypingInCells(model, content, cursor, cells, choosing);
    both.addEventFilter(ScrollEvent.SCROLL, event -> typing.commit());
    getChildren().addAll(both, typing.editor());
  }

  void setMenu(ContextMenu menu) {
    table.setContextMenu(menu);
  }

  TableColumns columns() {
    return columns;
  }

  private int visibleColumns() {
    return columns.visible().size();
  }

  private ConversationCell cell(CellContent content, TableColumnKind kind) {
    var cell = new ConversationCell(this, content, kind);
    cells.add(cell);
    // A new cell learns its letters from the style sheets later.
    cell.fontProperty().subscribe((before, now) -> flow.requestLayout());
    return cell;
  }

  private void layOut(TableLayout now) {
    if (heights.lines(now.lines())) {
      typing().ifPresent(TypingInCells::commit);
      table.setFixedCellSize(heights.even());
      for (var part : List.of(table, frozen)) {
        part.getStyleClass().removeAll("tall");
        if (now.lines() != 1) {
          part.getStyleClass().add("tall");
        }
      }
      table.refresh();
      frozen.refresh();
    }
    flow.requestLayout();
    var kinds = now.columns().stream().map(TableLayout.Shown::kind).toList();
    if (!kinds.equals(seen)) {
      var at =
          selection.active().isSomewhere() && !seen.isEmpty()
              ? Optional.of(seen.get(Math.min(selection.active().column(), seen.size() - 1)))
              : Optional.<TableColumnKind>empty();
      seen = kinds;
      at.ifPresent(kind -> selection.columnsChanged(Math.max(0, kinds.indexOf(kind))));
    }
  }

  /** The columns with their widths as they are now. */
  private List<TableLayout.Shown> shown() {
    return columns.visible().stream()
        .map(column -> new TableLayout.Shown(kind(column), column.getWidth()))
        .toList();
  }

  /** As the style sheets have it; only rows on the screen know. */
  private Optional<Font> font() {
    return Optional.ofNullable(flow.getFirstVisibleCell()).stream()
        .flatMap(row -> row.getChildrenUnmodifiable().stream())
        .filter(ConversationCell.class::isInstance)
        .map(cell -> ((ConversationCell) cell).getFont())
        .findFirst();
  }

  /** Empty while the table is being built. */
  private Optional<TypingInCells> typing() {
    return Optional.ofNullable(typing);
  }

  /** The header follows where something else has chosen the order, as a view does. */
  private void showOrder(Narrowing.Order wanted) {
    followsOrder = true;
    showOrder(table, wanted);
    showOrder(frozen, wanted);
    followsOrder = false;
  }

  private static void showOrder(TableView<Long> part, Narrowing.Order wanted) {
    var column =
        part.getColumns().stream()
            .filter(one -> wanted.column() != Sort.POSITION && kind(one).sort() == wanted.column())
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
    if (followsOrder) {
      return true;
    }
    var order = asked.getSortOrder();
    if (order.isEmpty()) {
      if (!other.getSortOrder().isEmpty()) {
        return true;
      }
      model.narrowing().sortBy(Sort.POSITION, false);
    } else {
      var first = order.getFirst();
      other.getSortOrder().clear();
      model.narrowing().sortBy(kind(first).sort(), first.getSortType() == SortType.DESCENDING);
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
    // A row that is known now may have another height.
    flow.requestLayout();
  }

  private void mark() {
    cells.forEach(ConversationCell::mark);
  }

  private void selected() {
    var active = selection.active();
    if (active.isSomewhere()) {
      int scrolled = active.column() - columns.frozen();
      if (scrolled >= 0) {
        table.getFocusModel().focus(active.row(), table.getVisibleLeafColumn(scrolled));
      } else {
        table.getFocusModel().focus(active.row());
      }
    }
    model.select(
        selection.count(),
        selection::numbers,
        active.isSomewhere() ? Optional.of(model.ids().at(active.row())) : Optional.empty());
    mark();
  }

  private void listChanged() {
    selection.follow();
    awaited.ifPresent(rows -> follow(rows.first(), rows.rows()));
  }

  @Override
  public void follow(long first, int rows) {
    int row = model.ids().indexOf(first);
    awaited = row < 0 ? Optional.of(new Awaited(first, rows)) : Optional.empty();
    if (row >= 0) {
      selection.rows(row, Math.min(row + rows, model.ids().size()) - 1);
      cursor.reveal(selection.active());
    }
  }

  @Override
  public List<Patch> patches() {
    var patches = new ArrayList<Patch>();
    for (var block : selection.blocks()) {
      var kinds = new ArrayList<TableColumnKind>();
      for (int column = block.left(); column <= block.right(); column++) {
        kinds.add(cursor.kindAt(column));
      }
      patches.add(
          new Patch(model.ids().numbers(block.top(), block.bottom() + 1), List.copyOf(kinds)));
    }
    return patches;
  }

  @Override
  public Optional<SheetActs.Target> target() {
    var blocks = selection.blocks();
    if (blocks.isEmpty()) {
      return Optional.empty();
    }
    var last = blocks.getLast();
    var kinds = new ArrayList<TableColumnKind>();
    for (int column = last.left(); column < cursor.columns(); column++) {
      kinds.add(cursor.kindAt(column));
    }
    return Optional.of(new SheetActs.Target(last, List.copyOf(kinds)));
  }

  @Override
  public Optional<Block> stretch() {
    var stretches = selection.stretches();
    return stretches.size() == 1 ? Optional.of(stretches.getFirst()) : Optional.empty();
  }

  @Override
  public Optional<ConversationRow> row(int index) {
    return model.row(index);
  }

  @Override
  public boolean isLookedAt(long id) {
    return model.current().get().equals(Optional.of(id));
  }

  @Override
  public boolean isSelected(int row, TableColumnKind column) {
    return selection.touches(row)
        && cursor.placeOf(column).filter(at -> selection.contains(row, at)).isPresent();
  }

  @Override
  public boolean isActive(int row, TableColumnKind column) {
    var active = selection.active();
    return active.row() == row && cursor.kindAt(active.column()) == column;
  }

  @Override
  public int lines() {
    return heights.areFitted() ? RowHeights.MOST_LINES : layout.get().lines();
  }

  @Override
  public Optional<Double> fitted(int row) {
    return heights.areFitted() ? Optional.of(heights.height(row)) : Optional.empty();
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
    boolean plain = !event.isShortcutDown() && !event.isAltDown() && !event.isControlDown();
    switch (event.getCode()) {
      case F2, ENTER -> {
        if (!plain || !selection.active().isSomewhere()) {
          return;
        }
        edit(Optional.empty());
      }
      case TAB -> {
        if (event.isControlDown()) {
          table.requestFocusTraversal(
              event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
        } else if (!cursor.step(event.isShiftDown() ? -1 : 1)) {
          return;
        }
      }
      default -> {
        if (!acts.pressed(event) && !keys.pressed(event)) {
          return;
        }
      }
    }
    event.consume();
  }

  private void typed(KeyEvent event) {
    String typed = event.getCharacter();
    boolean printable = !typed.isEmpty() && typed.charAt(0) >= ' ' && typed.charAt(0) != 0x7f;
    // Control and Alt together are AltGr, with which letters are typed.
    boolean command = event.isMetaDown() || event.isControlDown() != event.isAltDown();
    if (printable && !command && selection.active().isSomewhere() && !typing.isOpen()) {
      edit(Optional.of(typed));
      event.consume();
    }
  }

  private void clicked(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY
        && event.getClickCount() == 2
        && TableMouse.cellOf(event).isPresent()) {
      edit(Optional.empty());
    }
  }

  private void edit(Optional<String> typed) {
    var active = selection.active();
    typing.open(active.row(), cursor.kindAt(active.column()), typed);
  }
}
