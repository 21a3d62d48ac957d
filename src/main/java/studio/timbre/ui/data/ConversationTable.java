package studio.timbre.ui.data;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Font;
import studio.timbre.model.ConversationRow;

/** The conversations as a spreadsheet. */
final class ConversationTable extends StackPane implements ConversationCell.Sight {

  /** Opens the choice of a word, as the status, below a cell. */
  interface Choosing {
    ContextMenu menu(TableColumnKind column);
  }

  private final DataViewModel model;
  private final ObjectProperty<TableLayout> layout;
  private final TableView<Long> table;
  private final FrozenPart frozen;
  private final TableColumns columns;
  private final RowHeights heights;
  private final SheetFlow flow;
  private final TableSelection selection;
  private final TableCursor cursor;
  private final SelectedCells selected;
  private final TypingInCells typing;
  private final Set<ConversationCell> cells =
      Collections.newSetFromMap(new WeakHashMap<ConversationCell, Boolean>());
  private List<TableColumnKind> seen = List.of();
  private boolean begun;

  ConversationTable(
      DataViewModel model,
      CellContent content,
      ObjectProperty<TableLayout> layout,
      SheetActs acts,
      SheetKeys keys,
      Choosing choosing,
      Node placeholder) {
    this.model = model;
    this.layout = layout;
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
    selected = new SelectedCells(model.ids(), selection, cursor);
    columns =
        new TableColumns(
            table,
            frozen,
            texts,
            kind -> cell(content, kind),
            layout,
            kind -> cursor.placeOf(kind).ifPresent(selection::wholeColumn));
    layout.subscribe(this::layOut);
    new SortingHeaders(model.narrowing(), table, frozen);
    var both = new HBox(frozen, table);
    HBox.setHgrow(table, Priority.ALWAYS);
    new TableMouse(table, both, cursor, selection, cells);
    model.current().subscribe(looked -> mark());
    typing = new TypingInCells(model, content, cursor, cells, choosing);
    new OpeningCells(table, both, cursor, selection, keys, typing);
    both.addEventFilter(ScrollEvent.SCROLL, event -> typing.commit());
    var grip = new RowGrip(texts, acts.moves(), model.ids(), selection, flow, cells);
    both.addEventFilter(MouseEvent.MOUSE_MOVED, grip::moved);
    both.addEventFilter(ScrollEvent.SCROLL, event -> grip.hide());
    setOnMouseExited(event -> grip.hide());
    getChildren().addAll(both, grip, typing.editor());
  }

  void setMenu(ContextMenu menu) {
    table.setContextMenu(menu);
  }

  /** What is selected, for the acts. */
  SelectedCells selectedCells() {
    return selected;
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
    model.select(selection.count(), selection::numbers, selection.looked());
    mark();
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
}
