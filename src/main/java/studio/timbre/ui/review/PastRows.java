package studio.timbre.ui.review;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.collections.ObservableListBase;
import studio.timbre.model.Curated;
import studio.timbre.ui.fx.Work;

/** Numbers of conversations of the past as a list, and those of them that are in sight as they were, as soon as they are read. */
final class PastRows extends ObservableListBase<Long> {
  private static final int MOST_KEPT = 1024;

  private final Function<long[], Map<Long, Curated>> read;
  private final Work.Lane lane;
  private final Runnable arrived;
  private final Consumer<? super Exception> failure;
  private final Map<Long, Optional<Curated>> kept = new LinkedHashMap<>(256, 0.75f, true);
  private final Set<Long> wanted = new LinkedHashSet<>();
  private long[] ids = {};
  private boolean isReading;

  /** @param arrived something is known that was asked for */
  PastRows(
      Function<long[], Map<Long, Curated>> read,
      Work work,
      Runnable arrived,
      Consumer<? super Exception> failure) {
    this.read = read;
    this.lane = work.lane();
    this.arrived = arrived;
    this.failure = failure;
  }

  @Override
  public Long get(int index) {
    return ids[index];
  }

  @Override
  public int size() {
    return ids.length;
  }

  void set(long... conversations) {
    beginChange();
    var before = java.util.Arrays.stream(ids).boxed().toList();
    ids = conversations.clone();
    nextReplace(0, ids.length, before);
    endChange();
  }

  /** As it was, as far as that is known by now. */
  Optional<Curated> at(long conversation) {
    var found = kept.get(conversation);
    if (found == null) {
      wanted.add(conversation);
      readNext();
      return Optional.empty();
    }
    return found;
  }

  /** One reading at a time, of all that was asked for meanwhile. */
  private void readNext() {
    if (isReading || wanted.isEmpty()) {
      return;
    }
    isReading = true;
    long[] asked = wanted.stream().mapToLong(Long::longValue).toArray();
    wanted.clear();
    lane.run(() -> read.apply(asked))
        .onSuccess(
            found -> {
              for (long id : asked) {
                kept.put(id, Optional.ofNullable(found.get(id)));
              }
              var oldest = kept.entrySet().iterator();
              while (kept.size() > MOST_KEPT && oldest.hasNext()) {
                oldest.next();
                oldest.remove();
              }
              arrived.run();
            })
        .onEnd(
            () -> {
              isReading = false;
              readNext();
            })
        .onFailure(failure);
  }

  void close() {
    wanted.clear();
    lane.forget();
  }
}
