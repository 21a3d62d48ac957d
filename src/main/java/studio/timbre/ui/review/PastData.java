package studio.timbre.ui.review;

import java.time.Instant;
import java.util.Arrays;
import java.util.stream.LongStream;
import studio.timbre.model.Comparison;
import studio.timbre.model.Version;
import studio.timbre.ui.fx.OpenProject.Lookback;

/**
 * Conversations of a state of the past: what a training has seen, or a version.
 *
 * @param origin why the state is known
 * @param name what the person calls the training or the version
 * @param time when the training began, or when the version was named
 * @param state names the state of the past
 * @param now names the state that it is compared with
 * @param taken the conversations that the training was given, or all of the version, in rising order
 * @param changed those of them that are not the same now, in rising order
 * @param deleted those of them that are gone now, in rising order
 */
record PastData(
    Origin origin,
    String name,
    Instant time,
    long state,
    long now,
    long[] taken,
    long[] changed,
    long[] deleted) {

  /** What a state of the past belongs to. */
  enum Origin {
    TRAINING,
    VERSION
  }

  /** What became of a conversation. */
  enum Since {
    SAME,
    CHANGED,
    DELETED
  }

  static PastData of(Lookback training, Comparison between, long... taken) {
    return of(Origin.TRAINING, training.name(), training.begun(), between, taken);
  }

  static PastData of(Version version, Comparison between, long... all) {
    return of(Origin.VERSION, version.name(), version.time(), between, all);
  }

  private static PastData of(
      Origin origin, String name, Instant time, Comparison between, long... taken) {
    return new PastData(
        origin,
        name,
        time,
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
