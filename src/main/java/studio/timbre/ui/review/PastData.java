package studio.timbre.ui.review;

import java.time.Instant;
import java.util.Arrays;
import java.util.stream.LongStream;
import studio.timbre.model.Comparison;
import studio.timbre.ui.fx.OpenProject.Lookback;

/**
 * What a training has seen: conversations of a state of the past.
 *
 * @param name what the person calls the training
 * @param begun when it began
 * @param state names the state that it saw
 * @param now names the state that it is compared with
 * @param taken the conversations that it was given, in rising order
 * @param changed those of them that are not the same now, in rising order
 * @param deleted those of them that are gone now, in rising order
 */
record PastData(
    String name,
    Instant begun,
    long state,
    long now,
    long[] taken,
    long[] changed,
    long[] deleted) {

  /** What became of a conversation. */
  enum Since {
    SAME,
    CHANGED,
    DELETED
  }

  static PastData of(Lookback training, Comparison between, long... taken) {
    return new PastData(
        training.name(),
        training.begun(),
        between.from(),
        between.to(),
        taken,
        both(taken, between.changed()),
        both(taken, between.removed()));
  }

  private static long[] both(long[] rising, long... others) {
    return LongStream.of(others)
        .filter(id -> Arrays.binarySearch(rising, id) >= 0)
        .sorted()
        .toArray();
  }

  Since since(long conversation) {
    return Arrays.binarySearch(deleted, conversation) >= 0
        ? Since.DELETED
        : Arrays.binarySearch(changed, conversation) >= 0 ? Since.CHANGED : Since.SAME;
  }

  /** What is not as it was, in rising order. */
  long[] different() {
    return LongStream.concat(LongStream.of(changed), LongStream.of(deleted)).sorted().toArray();
  }
}
