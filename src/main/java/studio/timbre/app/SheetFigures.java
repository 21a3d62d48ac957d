package studio.timbre.app;

import studio.timbre.model.AddedRows;
import studio.timbre.model.SheetReading;

/**
 * How a table that came back was understood where its rows leave it open.
 *
 * @param reading how it was read
 * @param parting where new conversations begin among rows without a number
 * @param byQuestions how many there are if each question that follows an answer begins one
 * @param byMarks how many there are if only empty rows and other marks do
 * @param gone in how many conversations rows are missing that were written
 */
public record SheetFigures(
    SheetReading reading, AddedRows parting, int byQuestions, int byMarks, long gone) {

  /** How many new conversations came of rows without a number. */
  public int added() {
    return parting == AddedRows.MARKS ? byMarks : byQuestions;
  }

  /** Whether somebody may want another reading. */
  public boolean isOpen() {
    return isPartingOpen() || gone > 0;
  }

  /** Whether it makes a difference where new conversations begin. */
  public boolean isPartingOpen() {
    return byQuestions != byMarks;
  }
}
