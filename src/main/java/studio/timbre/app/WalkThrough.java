package studio.timbre.app;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import studio.timbre.store.Traits.Unlooked;
import studio.timbre.store.Walk;

/**
 * Tells of one batch of conversations after the other what is to be told of them: what was changed comes first, since somebody is looking
 * at it.
 *
 * @param <T> what is told of one
 */
final class WalkThrough<T> {
  private static final long TELL_EVERY_NANOS = Duration.ofSeconds(3).toNanos();

  /** Written at once: an edit that comes meanwhile waits for no more than that. */
  private static final int SLICE = 25;

  private final Walk<T> walk;
  private final int batch;
  private final Runnable moved;

  /**
   * What is in force.
   *
   * @param id its number
   * @param asksForNothing whether it leaves every conversation untold
   * @param tell what it says of one
   */
  record InForce<T>(long id, boolean asksForNothing, Function<Unlooked, T> tell) {}

  /** Takes how many are told, of how many. */
  @FunctionalInterface
  interface Watcher {
    void at(long done, long total);
  }

  /** @param moved called now and then while it goes on */
  WalkThrough(Walk<T> walk, int batch, Runnable moved) {
    this.walk = walk;
    this.batch = batch;
    this.moved = moved;
  }

  /** @param walking whether these are the next of the walk, or changed behind it */
  private record Batch(List<Unlooked> conversations, boolean walking) {}

  /**
   * Tells all that are not told, for as long as it may.
   *
   * @param goesOn asked between each two slices that are written
   * @return how many were told; 0 where there was none
   */
  long go(InForce<T> inForce, BooleanSupplier goesOn, Watcher watcher) {
    var next = next(inForce);
    if (next.conversations().isEmpty()) {
      return 0;
    }
    long total = walk.waiting(inForce.id());
    long done = 0;
    long told = System.nanoTime();
    watcher.at(0, total);
    while (!next.conversations().isEmpty() && (done == 0 || goesOn.getAsBoolean())) {
      done += put(inForce, next, goesOn);
      if (System.nanoTime() - told > TELL_EVERY_NANOS) {
        moved.run();
        told = System.nanoTime();
      }
      watcher.at(Math.min(done, total), total);
      next = next(inForce);
    }
    return done;
  }

  private Batch next(InForce<T> inForce) {
    if (!inForce.asksForNothing()) {
      var changed = walk.changed(inForce.id(), batch);
      if (!changed.isEmpty()) {
        return new Batch(changed, false);
      }
    }
    var next = walk.next(inForce.id(), batch);
    if (next.isEmpty()) {
      walk.arrive(inForce.id());
    }
    return new Batch(next, true);
  }

  /** Answers how many it has told: those that are left are the next ones when it goes on. */
  private int put(InForce<T> inForce, Batch batch, BooleanSupplier goesOn) {
    int from = 0;
    do {
      var slice =
          batch
              .conversations()
              .subList(from, Math.min(from + SLICE, batch.conversations().size()))
              .stream()
              .map(inForce.tell())
              .toList();
      if (batch.walking()) {
        walk.walk(inForce.id(), slice);
      } else {
        walk.put(inForce.id(), slice);
      }
      from += slice.size();
    } while (from < batch.conversations().size() && goesOn.getAsBoolean());
    return from;
  }
}
