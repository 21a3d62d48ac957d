package studio.timbre.app;

import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import studio.timbre.dataset.StableSplit;
import studio.timbre.model.ConversationRow;
import studio.timbre.model.Pen;
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
   * What belongs on which side, by number.
   *
   * @param training learned
   * @param heldOut measured with
   */
  public record Sides(long[] training, long[] heldOut) {}

  /**
   * On which side each belongs.
   *
   * @param share to hold out, in percent
   * @param ids conversations, which bring those along that are nearly the same
   */
  public Sides sides(double share, Progress progress, long... ids) {
    var split = new StableSplit(share);
    return sides(progress, row -> split.of(row.conversation()), ids);
  }

  /** @param decision made of the first of each family for all of it */
  private Sides sides(Progress progress, Function<ConversationRow, Split> decision, long... ids) {
    var families = session.checking().families(progress);
    long[] all = families.with(ids);
    long[] leaders = LongStream.of(all).map(families::leader).sorted().distinct().toArray();
    var decided = LongStream.builder();
    for (int from = 0; from < leaders.length; from += ROWS_AT_ONCE) {
      if (progress.isCancelled()) {
        throw new CancellationException("holding out was cancelled");
      }
      progress.report(from, leaders.length);
      int to = Math.min(leaders.length, from + ROWS_AT_ONCE);
      session.rows(Arrays.copyOfRange(leaders, from, to)).stream()
          .filter(row -> decision.apply(row) == Split.HELD_OUT)
          .forEach(row -> decided.add(row.id()));
    }
    long[] heldOut = decided.build().toArray();
    LongPredicate isHeldOut = id -> Arrays.binarySearch(heldOut, families.leader(id)) >= 0;
    return new Sides(
        LongStream.of(all).filter(isHeldOut.negate()).toArray(),
        LongStream.of(all).filter(isHeldOut).toArray());
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
    return put(sides(progress, ConversationRow::split, ids), progress);
  }

  private int put(Sides sides, Progress progress) {
    return session.write(
        "split",
        pen -> {
          var steps = new Steps(progress, sides.training().length + sides.heldOut().length);
          return put(pen, Split.TRAINING, steps, sides.training())
              + put(pen, Split.HELD_OUT, steps, sides.heldOut());
        });
  }

  private static int put(Pen pen, Split side, Steps steps, long... ids) {
    int moved = 0;
    for (long id : ids) {
      var found = pen.find(id);
      if (found.isPresent() && found.get().split() != side) {
        pen.put(id, found.get().withSplit(side));
        moved++;
      }
      steps.done();
    }
    return moved;
  }
}
