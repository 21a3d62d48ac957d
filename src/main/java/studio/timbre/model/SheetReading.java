package studio.timbre.model;

/**
 * How a table that came back is understood where its rows leave it open.
 *
 * @param added where new conversations begin
 * @param takesGone whether messages whose rows are gone from the table are to go from their conversations too; they stay otherwise
 */
public record SheetReading(AddedRows added, boolean takesGone) {
  /** As the rows seem to mean it; nothing goes. */
  public static final SheetReading TOLD = new SheetReading(AddedRows.TOLD, false);

  public SheetReading withAdded(AddedRows newAdded) {
    return new SheetReading(newAdded, takesGone);
  }

  public SheetReading withTakesGone(boolean newTakesGone) {
    return new SheetReading(added, newTakesGone);
  }
}
