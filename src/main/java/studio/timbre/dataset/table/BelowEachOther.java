package studio.timbre.dataset.table;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import studio.timbre.dataset.ConversationReader.Line;
import studio.timbre.model.ImportReport.Refusal;
import studio.timbre.model.TableMapping;
import studio.timbre.model.TableMapping.Use;

/** Rows below each other that name the same conversation are one, in tables that others made. */
final class BelowEachOther implements RowGatherer {
  private final TableMapping mapping;
  private final Queue<Line> ready;
  private final Set<Integer> ended = new HashSet<>();
  private List<String> header = List.of();
  private Optional<Gathered> open = Optional.empty();

  /** @param ready takes the conversations that are whole */
  BelowEachOther(TableMapping mapping, Queue<Line> ready) {
    this.mapping = mapping;
    this.ready = ready;
  }

  @Override
  public void names(List<String> names) {
    header = names;
  }

  @Override
  public void take(TableRow row) {
    String group = group(row);
    boolean goesOn =
        mapping.isGrouped()
            && open.isPresent()
            && (group.equals(open.get().group()) || isMerged(group));
    if (!goesOn) {
      finish();
      open = Optional.of(new Gathered(mapping, header, row, group));
      if (!group.isEmpty() && mapping.isGrouped() && !ended.add(group.hashCode())) {
        ready.add(
            new Line.Beside(
                row.number(),
                new Refusal(
                    row.number(),
                    row.sheet(),
                    "dataset.leftOut.groupAgain",
                    "rows of \""
                        + group
                        + "\" stand apart, so they became conversations of their own",
                    List.of(group))));
      }
    }
    open.get().take(row);
  }

  /** Cells below each other that were merged into one keep their value in the first. */
  private boolean isMerged(String group) {
    return group.isEmpty() && mapping.isMessageARow();
  }

  private String group(TableRow row) {
    int column = mapping.columns().indexOf(Use.CONVERSATION);
    return column < 0 ? "" : row.cell(column).strip();
  }

  @Override
  public void blank(boolean written) {
    if (written && !mapping.has(Use.CONVERSATION)) {
      finish();
    }
  }

  @Override
  public void endSheet() {
    finish();
  }

  @Override
  public void end() {
    finish();
  }

  private void finish() {
    open.ifPresent(gathered -> ready.add(gathered.finish()));
    open = Optional.empty();
  }
}
