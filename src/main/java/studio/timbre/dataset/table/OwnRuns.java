package studio.timbre.dataset.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.timbre.model.TableMapping;

/** Tells of each row of a table of ours, in the order of the file, to which conversation it belongs. */
final class OwnRuns {
  /** Rows without a number between two of one conversation that can be messages put into it. */
  private static final int MOST_PUT_IN = 50;

  private final TableMapping mapping;
  private final boolean numbered;
  private final List<AddedParting> partings;
  private final List<OwnRow> waiting = new ArrayList<>();
  private Optional<OwnRow> last = Optional.empty();
  private boolean gap;

  /**
   * A row and where it belongs.
   *
   * @param row with the number of its conversation; none where a colleague has given none
   * @param begins whether rows of another conversation stand above it
   */
  record Step(OwnRow row, boolean begins) {
    boolean isAdded() {
      return row.number().isEmpty();
    }
  }

  /**
   * @param numbered whether each row of the sheet has a number, so that one that is left out is empty
   * @param partings of new conversations; the first one decides, the others count along
   */
  OwnRuns(TableMapping mapping, boolean numbered, List<AddedParting> partings) {
    this.mapping = mapping;
    this.numbered = numbered;
    this.partings = List.copyOf(partings);
  }

  /** A row that holds nothing; answers what waited for it. */
  List<Step> blank() {
    var steps = new ArrayList<Step>();
    letGo(steps);
    partings.forEach(AddedParting::blank);
    gap = true;
    return steps;
  }

  /** The next row; answers it, unless it has to wait for others, and what waited for it. */
  List<Step> take(TableRow row) {
    var steps = new ArrayList<Step>();
    if (isBelowGap(row)) {
      steps.addAll(blank());
    }
    var own = OwnRow.of(row, mapping);
    if (!own.number().isEmpty()) {
      numbered(own, steps);
    } else if (last.isPresent() && waiting.isEmpty() && goesOn(own, last.get())) {
      last = Optional.of(own.in(last.get().number()));
      steps.add(new Step(last.get(), false));
    } else {
      waiting.add(own);
      if (gap || last.isEmpty() || waiting.size() > MOST_PUT_IN) {
        letGo(steps);
      }
    }
    return steps;
  }

  /** Nothing follows; answers what waited. */
  List<Step> end() {
    var steps = new ArrayList<Step>();
    letGo(steps);
    return steps;
  }

  /** Whether rows above one are empty, which the file has left out. */
  private boolean isBelowGap(TableRow row) {
    var above = waiting.isEmpty() ? last : Optional.of(waiting.getLast());
    return numbered
        && above.isPresent()
        && above.get().row().sheet().equals(row.sheet())
        && row.number() > above.get().row().number() + 1;
  }

  private void numbered(OwnRow row, List<Step> steps) {
    boolean same = last.filter(above -> above.number().equals(row.number())).isPresent();
    if (same && isFurther(row, last.get())) {
      waiting.forEach(added -> steps.add(new Step(added.in(row.number()), false)));
      waiting.clear();
    }
    letGo(steps);
    boolean goesOn = last.filter(above -> above.number().equals(row.number())).isPresent();
    partings.forEach(AddedParting::interrupt);
    steps.add(new Step(row, !goesOn));
    last = Optional.of(row);
    gap = false;
  }

  private static boolean isFurther(OwnRow row, OwnRow above) {
    return row.line().isPresent()
        && above.line().isPresent()
        && row.line().getAsDouble() > above.line().getAsDouble();
  }

  private void letGo(List<Step> steps) {
    for (var row : waiting) {
      boolean begins = partings.getFirst().begins(row);
      partings.stream().skip(1).forEach(other -> other.begins(row));
      steps.add(new Step(row, begins));
      last = Optional.of(row);
    }
    waiting.clear();
  }

  /** Numbers below each other that were merged into one cell stay in the first; a copied row says a line that was there already. */
  private static boolean goesOn(OwnRow row, OwnRow above) {
    if (above.number().isEmpty()) {
      return false;
    }
    boolean merged =
        row.mark().filter(mark -> mark.conversation().equals(above.number())).isPresent()
            && row.mark().get().line() > above.line().orElse(0);
    return row.goesOn() || merged;
  }
}
