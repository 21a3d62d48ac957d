package studio.timbre.app;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.stream.LongStream;
import studio.timbre.model.Split;
import studio.timbre.model.TrainingFilter;
import studio.timbre.store.Changes;
import studio.timbre.store.Conversations;

/**
 * The numbers of the conversations that are learned, kept up with acts: to ask for all of them takes a second in a large project. Those that
 * come stand last. Used by one thread at a time.
 */
final class TrainedIds {
  /** Of more that were touched all are asked for anew. */
  private static final int MOST_TOUCHED = 2_000;

  private final TrainingSource source;
  private final Conversations conversations;
  private Optional<TrainingFilter> filter = Optional.empty();
  private long[] ids = new long[0];

  TrainedIds(TrainingSource source, Conversations conversations) {
    this.source = source;
    this.conversations = conversations;
  }

  /** @param touched since the last call */
  long[] fresh(Changes touched) {
    var now = source.filter();
    if (touched.all() || touched.ids().size() > MOST_TOUCHED || !filter.equals(Optional.of(now))) {
      ids = source.ids(Split.TRAINING, now);
      filter = Optional.of(now);
    } else if (!touched.ids().isEmpty()) {
      takeIn(touched, now);
    }
    return ids;
  }

  private void takeIn(Changes touched, TrainingFilter now) {
    long[] some = touched.ids().stream().mapToLong(Long::longValue).toArray();
    var learned = new HashSet<Long>();
    for (var row : conversations.rows("", some)) {
      if (row.split() == Split.TRAINING && now.accepts(row.curated())) {
        learned.add(row.id());
      }
    }
    long[] staying =
        Arrays.stream(ids)
            .filter(id -> !touched.ids().contains(id) || learned.remove(id))
            .toArray();
    ids =
        LongStream.concat(
                Arrays.stream(staying), learned.stream().mapToLong(Long::longValue).sorted())
            .toArray();
  }
}
