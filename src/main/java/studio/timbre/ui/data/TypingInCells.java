package studio.timbre.ui.data;

import java.util.Optional;
import java.util.Set;
import javafx.geometry.Side;
import studio.timbre.ui.fx.Texts;

/** Typing in the table: a text opens in an editor over its cell, a word in a menu below it. */
final class TypingInCells implements CellEditor.Listener {
  private final DataViewModel model;
  private final Texts texts;
  private final TableCursor cursor;
  private final Set<ConversationCell> cells;
  private final ConversationTable.Choosing choosing;
  private final CellEditor editor = new CellEditor(this);
  private int row;
  private TableColumnKind column = TableColumnKind.QUESTION;

  /** @param cells all that the table ever made; those out of sight are empty or stand for another row */
  TypingInCells(
      DataViewModel model,
      Texts texts,
      TableCursor cursor,
      Set<ConversationCell> cells,
      ConversationTable.Choosing choosing) {
    this.model = model;
    this.texts = texts;
    this.cursor = cursor;
    this.cells = cells;
    this.choosing = choosing;
  }

  /** Lies over the table. */
  CellEditor editor() {
    return editor;
  }

  boolean isOpen() {
    return editor.isOpen();
  }

  /** Writes what was typed, if anything is open. */
  void commit() {
    editor.write(CellEditor.Then.STAY);
  }

  /** @param typed takes the place of what the cell holds */
  void open(int atRow, TableColumnKind atColumn, Optional<String> typed) {
    cursor.reveal(atRow);
    var cell = cell(atRow, atColumn);
    if (cell.isEmpty()) {
      return;
    }
    if (!atColumn.isText()) {
      if (!atColumn.isNumber()) {
        choosing.menu(atColumn).show(cell.get(), Side.BOTTOM, 0, 0);
      }
      return;
    }
    row = atRow;
    column = atColumn;
    var bounds = editor.sceneToLocal(cell.get().localToScene(cell.get().getBoundsInLocal()));
    String content =
        typed.orElseGet(
            () ->
                model.row(row).map(known -> CellText.of(known.conversation(), column)).orElse(""));
    editor.open(
        bounds, texts.get("data.editing", texts.get(column.titleKey()), row + 1), content, false);
  }

  private Optional<ConversationCell> cell(int atRow, TableColumnKind atColumn) {
    return cells.stream()
        .filter(
            cell ->
                cell.getIndex() == atRow
                    && cell.column() == atColumn
                    && !cell.isEmpty()
                    && cell.getScene() != null)
        .findFirst();
  }

  @Override
  public void written(String text, CellEditor.Then then) {
    model.write(row, column, text);
    switch (then) {
      case STAY -> {}
      case DOWN -> cursor.down(row, column);
      case RIGHT -> cursor.step(1);
      case LEFT -> cursor.step(-1);
    }
    if (then != CellEditor.Then.STAY) {
      cursor.focusTable();
    }
  }

  @Override
  public void dropped() {
    cursor.focusTable();
  }
}
