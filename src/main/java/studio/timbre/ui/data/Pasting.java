package studio.timbre.ui.data;

import java.util.List;
import java.util.Map;
import studio.timbre.app.Steps;
import studio.timbre.model.Conversation;
import studio.timbre.model.Curated;
import studio.timbre.model.Pen;
import studio.timbre.model.Place;
import studio.timbre.model.Progress;
import studio.timbre.model.Split;

/** Carries out a plan of what is pasted where. */
final class Pasting {
  private static final Conversation EMPTY = new Conversation(List.of(), Map.of());

  /**
   * What came of it.
   *
   * @param changed conversations that were written over
   * @param added new conversations
   * @param first the number of the first new one, or -1
   * @param refused cells that did not take their text
   */
  record Outcome(int changed, int added, long first, int refused) {}

  private final PastePlan plan;
  private final CellContent content;
  private final Split split;
  private int refused;

  /** @param split what new conversations are for */
  Pasting(PastePlan plan, CellContent content, Split split) {
    this.plan = plan;
    this.content = content;
    this.split = split;
  }

  Outcome write(Pen pen, Progress progress) {
    var grid = plan.grid();
    var steps = new Steps(progress, grid.height());
    int changed = 0;
    int added = 0;
    long first = -1;
    for (int row = 0; row < grid.height(); row++) {
      var cells = grid.rows().get(row);
      if (row < plan.over().length) {
        long id = plan.over()[row];
        pen.find(id).ifPresent(before -> pen.put(id, written(before, cells, false)));
        changed++;
      } else {
        var made = written(Curated.draft(EMPTY, split), cells, true);
        if (!made.conversation().messages().isEmpty()) {
          long id = pen.add(made, Place.end());
          first = first < 0 ? id : first;
          added++;
        }
      }
      steps.done();
    }
    return new Outcome(changed, added, first, refused);
  }

  /** @param skipsBlank whether an empty text writes nothing */
  private Curated written(Curated before, List<String> cells, boolean skipsBlank) {
    var now = before;
    for (int column = 0; column < cells.size(); column++) {
      var kind = plan.columns().get(column);
      String text = cells.get(column);
      if (kind.isPresent() && !(skipsBlank && text.isBlank())) {
        var after = content.with(now, kind.get(), text);
        refused += after.isPresent() ? 0 : 1;
        now = after.orElse(now);
      }
    }
    return now;
  }
}
