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
  private final CellContent content;
  private int row;
  private TableColumnKind column = TableColumnKind.QUESTION;

  /** @param cells all that the table ever made; those out of sight are empty or stand for another row */
  TypingInCells(
      DataViewModel model,
      CellContent content,
      TableCursor cursor,
      Set<ConversationCell> cells,
      ConversationTable.Choosing choosing) {
    this.model = model;
    this.content = content;
    this.texts = content.texts();
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
    cursor.placeOf(atColumn).ifPresent(place -> cursor.reveal(new Spot(atRow, place)));
    var cell = cell(atRow, atColumn);
    if (cell.isEmpty() || atColumn.isFixed()) {
      return;
    }
    if (atColumn.isWord()) {
      typed.ifPresentOrElse(
          word -> model.writeIfTaken(atRow, atColumn, word),
          () -> choosing.menu(atColumn).show(cell.get(), Side.BOTTOM, 0, 0));
      return;
    }
    row = atRow;
    column = atColumn;
    var bounds = editor.sceneToLocal(cell.get().localToScene(cell.get().getBoundsInLocal()));
    editor.open(
        bounds,
        texts.get("data.editing", texts.get(column.titleKey()), row + 1),
        typed.orElseGet(() -> model.row(row).map(known -> content.of(known, column)).orElse("")),
        typed.isPresent() ? CellEditor.Arrows.TO_CELLS : CellEditor.Arrows.IN_TEXT);
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
      case ON_DOWN -> {
        if (!cursor.goAround(Block.Way.IN_COLUMNS, false)) {
          cursor.move(1, 0, TableCursor.Step.GO);
        }
      }
      case ON_RIGHT -> {
        if (!cursor.goAround(Block.Way.IN_ROWS, false)) {
          cursor.step(1);
        }
      }
      case BACK_LEFT -> {
        if (!cursor.goAround(Block.Way.IN_ROWS, true)) {
          cursor.step(-1);
        }
      }
      case DOWN -> cursor.move(1, 0, TableCursor.Step.GO);
      case UP -> cursor.move(-1, 0, TableCursor.Step.GO);
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
