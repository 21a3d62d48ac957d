package studio.timbre.app;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.stream.LongStream;
import studio.timbre.dataset.StableSplit;
import studio.timbre.model.ConversationRow;
import studio.timbre.model.Progress;
import studio.timbre.model.Split;

/**
 * Parts conversations into what is learned and what is measured with: by what they ask, so that each falls on the same side whenever this
 * is done, whatever has come or gone; and together with all that are nearly the same, of which the one that came first decides. Got from
 * {@link Checking#holdingOut}; belongs off the JavaFX thread.
 */
public final class HoldingOut {
  private static final int ROWS_AT_ONCE = 500;

  private final ProjectSession session;

  HoldingOut(ProjectSession session) {
    this.session = session;
  }

  /**
   * On which side each belongs.
   *
   * @param share to hold out, in percent
   * @param ids conversations, which bring those along that are nearly the same
   */
  public Map<Long, Split> sides(double share, Progress progress, long... ids) {
    var families = session.checking().families(progress);
    var all = families.with(ids);
    var leaders = all.stream().mapToLong(families::leader).distinct().sorted().toArray();
    var split = new StableSplit(share);
    var decided = eachOf(leaders, progress, row -> split.of(row.conversation()));
    var found = new HashMap<Long, Split>();
    for (long id : all) {
      var side = decided.get(families.leader(id));
      if (side != null) {
        found.put(id, side);
      }
    }
    return found;
  }

  /**
   * Puts each on its side, as one step of undo; what stands there already stays.
   *
   * @return how many changed sides
   */
  public int holdOut(double share, Progress progress, long... ids) {
    return put(sides(share, progress, ids), progress);
  }

  /**
   * Puts those that are nearly the same on one side, that of the one that came first, as one step of undo.
   *
   * @return how many changed sides
   */
  public int reunite(Progress progress, long... ids) {
    var families = session.checking().families(progress);
    var all = families.with(ids);
    long[] leaders = all.stream().mapToLong(families::leader).distinct().sorted().toArray();
    var decided = eachOf(leaders, progress, ConversationRow::split);
    var sides = new HashMap<Long, Split>();
    for (long id : all) {
      sides.put(id, decided.getOrDefault(families.leader(id), Split.TRAINING));
    }
    return put(sides, progress);
  }

  private Map<Long, Split> eachOf(
      long[] ids, Progress progress, Function<ConversationRow, Split> decision) {
    var decided = new HashMap<Long, Split>();
    for (int from = 0; from < ids.length; from += ROWS_AT_ONCE) {
      if (progress.isCancelled()) {
        throw new CancellationException("holding out was cancelled");
      }
      progress.report(from, ids.length);
      int to = Math.min(ids.length, from + ROWS_AT_ONCE);
      for (var row : session.rows(Arrays.copyOfRange(ids, from, to))) {
        decided.put(row.id(), decision.apply(row));
      }
    }
    return decided;
  }

  private int put(Map<Long, Split> sides, Progress progress) {
    long[] ids = sides.keySet().stream().mapToLong(id -> id).sorted().toArray();
    return session.write(
        "split",
        pen -> {
          var steps = new Steps(progress, ids.length);
          int moved = 0;
          for (long id : ids) {
            var found = pen.find(id);
            var side = sides.get(id);
            if (side != null && found.isPresent() && found.get().split() != side) {
              pen.put(id, found.get().withSplit(side));
              moved++;
            }
            steps.done();
          }
          return moved;
        });
  }

  /** The numbers of one side, in the order of {@code ids}. */
  public static long[] of(Split side, Map<Long, Split> sides, long... ids) {
    return LongStream.of(ids).filter(id -> sides.get(id) == side).toArray();
  }
}
