package studio.timbre.ui.mapping;

import java.nio.file.Path;
import java.util.List;
import studio.timbre.app.ImportPlan;
import studio.timbre.app.TableLook;
import studio.timbre.model.TableMapping;
import studio.timbre.model.TableMapping.Use;
import studio.timbre.model.TableShape;

/**
 * The tables that are asked about now.
 *
 * @param tables with the same columns
 * @param look at the first of them, as it is read now
 * @param mapping what the columns mean now
 * @param asLastTime whether that was said before, and not changed since
 * @param wanted what a row was said to be, even where the columns do not yet allow it
 * @param number which of the kinds of tables it is, from 1
 * @param kinds how many there are
 * @param pasted whether it lay on the clipboard
 */
public record Step(
    ImportPlan.Tables tables,
    TableLook look,
    TableMapping mapping,
    boolean asLastTime,
    TableShape wanted,
    int number,
    int kinds,
    boolean pasted) {

  public boolean isLast() {
    return number == kinds;
  }

  public Path file() {
    return look.file();
  }

  /** Names of the columns; empty texts where they have none. */
  public List<String> names() {
    return look.header(mapping);
  }

  Step with(TableMapping now) {
    return with(look, now);
  }

  Step with(TableLook newLook, TableMapping now) {
    // Half of what a row needs is said: the other half comes next.
    boolean half = now.has(Use.ROLE) != now.has(Use.TEXT);
    boolean stillWanting =
        half
            || (mapping.shape() == TableShape.CONVERSATION
                && now.shape() == TableShape.CONVERSATION);
    return new Step(
        tables, newLook, now, false, stillWanting ? wanted : now.shape(), number, kinds, pasted);
  }

  Step wanting(TableMapping now, TableShape shape) {
    return new Step(tables, look, now, false, shape, number, kinds, pasted);
  }
}
