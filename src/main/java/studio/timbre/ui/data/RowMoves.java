package studio.timbre.ui.data;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import studio.timbre.app.Steps;
import studio.timbre.model.ConversationQuery.Sort;
import studio.timbre.model.Place;
import studio.timbre.ui.fx.Texts;

/** Puts rows elsewhere among those that are shown; rows that did not stand together do so afterwards, in their order. */
final class RowMoves {
  private final DataViewModel model;
  private final Texts texts;
  private final LongActs acts;
  private final DataViewModel.Listener listener;
  private final Supplier<List<Block>> selected;

  /** @param selected the selected rows as stretches from top to bottom, which do not meet */
  RowMoves(
      DataViewModel model,
      Texts texts,
      LongActs acts,
      DataViewModel.Listener listener,
      Supplier<List<Block>> selected) {
    this.model = model;
    this.texts = texts;
    this.acts = acts;
    this.listener = listener;
    this.selected = selected;
  }

  /** Whether rows can be moved: they are shown in the order of the project. */
  boolean canMove() {
    return model.narrowing().query().sort() == Sort.POSITION
        && !model.narrowing().query().descending();
  }

  /** Puts the selected rows one further up or down than the outermost of them is. */
  void move(boolean up) {
    var stretches = selected.get();
    if (stretches.isEmpty()) {
      return;
    }
    int last = model.ids().size();
    int target = up ? stretches.getFirst().top() - 1 : stretches.getLast().bottom() + 2;
    if (stretches.size() > 1 || target >= 0 && target <= last) {
      moveTo(stretches, Math.clamp(target, 0, last));
    }
  }

  /**
   * Puts rows before the row that is at a place now.
   *
   * @param stretches from top to bottom, which do not meet
   * @param target up to the number of rows, which is behind all
   */
  void moveTo(List<Block> stretches, int target) {
    if (!canMove()) {
      listener.sorted();
    } else if (stretches.size() == 1) {
      moveTo(stretches.getFirst(), target);
    } else if (!stretches.isEmpty()) {
      gather(stretches, target);
    }
  }

  private void moveTo(Block rows, int target) {
    if (target >= rows.top() && target <= rows.bottom() + 1) {
      return;
    }
    boolean up = target < rows.top();
    // The smaller part goes past the larger one: the outcome is the same.
    int passed = up ? rows.top() - target : target - rows.bottom() - 1;
    boolean themselves = rows.rows() <= passed;
    long[] ids =
        themselves
            ? model.ids().numbers(rows.top(), rows.bottom() + 1)
            : up
                ? model.ids().numbers(target, rows.top())
                : model.ids().numbers(rows.bottom() + 1, target);
    write(placeOf(rows, target, up, themselves), ids);
  }

  private Place placeOf(Block rows, int target, boolean up, boolean themselves) {
    var ids = model.ids();
    if (themselves) {
      return up ? Place.before(ids.at(target)) : Place.behind(ids.at(target - 1));
    }
    return up ? Place.behind(ids.at(rows.bottom())) : Place.before(ids.at(rows.top()));
  }

  /** Behind the next row above the target that stays; where all above it go along, before the next one below. */
  private void gather(List<Block> stretches, int target) {
    var ids = model.ids();
    int above = target - 1;
    int below = target;
    for (var stretch : stretches.reversed()) {
      above = stretch.touches(above) ? stretch.top() - 1 : above;
    }
    for (var stretch : stretches) {
      below = stretch.touches(below) ? stretch.bottom() + 1 : below;
    }
    var parts = new ArrayList<long[]>();
    stretches.forEach(stretch -> parts.add(ids.numbers(stretch.top(), stretch.bottom() + 1)));
    write(
        above >= 0 ? Place.behind(ids.at(above)) : Place.before(ids.at(below)),
        parts.stream().flatMapToLong(java.util.Arrays::stream).toArray());
  }

  private void write(Place first, long... ids) {
    acts.run(
        texts.get("data.act.move", ids.length),
        (session, progress) ->
            session.write(
                "move",
                pen -> {
                  var place = first;
                  var steps = new Steps(progress, ids.length);
                  for (long id : ids) {
                    pen.move(id, place);
                    place = Place.behind(id);
                    steps.done();
                  }
                  return ids;
                }));
  }
}
