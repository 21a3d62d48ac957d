package studio.timbre.ui.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import studio.timbre.app.ProjectSession;
import studio.timbre.model.Conversation;
import studio.timbre.model.ConversationRow;
import studio.timbre.ui.fx.Work;

/**
 * The rows near the eye. A row that is asked for and not there is read in the background with its neighbours; an old one is shown
 * until the new one has come. Used on the JavaFX thread.
 */
final class RowCache {
  private static final int BLOCK = 64;
  private static final int BLOCKS_AT_ONCE = 4;
  private static final int MOST_ROWS = 4096;

  private record Cached(ConversationRow row, long generation) {}

  private final ProjectSession session;
  private final Work.Lane lane;
  private final IdList ids;
  private final Runnable arrived;
  private final Consumer<? super Exception> failure;
  private final Map<Long, Cached> rows = new LinkedHashMap<>(256, 0.75f, true);
  private final Map<Long, List<Conversation>> unsaved = new HashMap<>();
  private final LinkedHashSet<Integer> wanted = new LinkedHashSet<>();
  private long generation;
  private boolean reading;
  private boolean closed;

  RowCache(
      ProjectSession session,
      Work work,
      IdList ids,
      Runnable arrived,
      Consumer<? super Exception> failure) {
    this.session = session;
    this.lane = work.lane();
    this.ids = ids;
    this.arrived = arrived;
    this.failure = failure;
  }

  /** The row at a place of the list, as far as it is known by now. */
  Optional<ConversationRow> at(int index) {
    long id = ids.at(index);
    if (id == IdList.UNKNOWN) {
      return Optional.empty();
    }
    var cached = rows.get(id);
    if (cached == null || cached.generation() < generation) {
      want(index / BLOCK);
    }
    return Optional.ofNullable(cached).map(found -> withUnsaved(found.row()));
  }

  /** Everything read so far may have changed. */
  void grownOld() {
    generation++;
  }

  /** What was typed counts at once, until {@link #saved}. */
  void unsaved(long id, Conversation conversation) {
    unsaved.computeIfAbsent(id, key -> new ArrayList<>()).add(conversation);
  }

  /** The oldest unsaved state of this conversation has reached the file, or was refused by it. */
  void saved(long id) {
    unsaved.computeIfPresent(
        id,
        (key, states) -> {
          states.removeFirst();
          return states.isEmpty() ? null : states;
        });
  }

  private ConversationRow withUnsaved(ConversationRow row) {
    var states = unsaved.get(row.id());
    return states == null ? row : row.withConversation(states.getLast());
  }

  private void want(int block) {
    wanted.remove(block);
    wanted.add(block);
    readNext();
  }

  /** One reading at a time, of the blocks asked for last: what was scrolled past is asked for again if it is seen again. */
  private void readNext() {
    if (closed || reading || wanted.isEmpty()) {
      return;
    }
    reading = true;
    var newest = new ArrayList<>(wanted);
    wanted.clear();
    long[] numbers =
        newest.subList(Math.max(0, newest.size() - BLOCKS_AT_ONCE), newest.size()).stream()
            .flatMapToLong(
                block ->
                    java.util.stream.LongStream.range(
                            (long) block * BLOCK, Math.min(ids.size(), (block + 1L) * BLOCK))
                        .map(index -> ids.at((int) index))
                        .filter(id -> id != IdList.UNKNOWN))
            .toArray();
    long asked = generation;
    lane.run(() -> session.rows(numbers))
        .onSuccess(read -> keep(read, numbers, asked))
        .onEnd(
            () -> {
              reading = false;
              readNext();
            })
        .onFailure(failure);
  }

  void close() {
    closed = true;
    lane.forget();
  }

  private void keep(List<ConversationRow> read, long[] numbers, long asked) {
    read.forEach(row -> rows.put(row.id(), new Cached(row, asked)));
    if (read.size() < numbers.length) {
      var gone = new LinkedHashSet<>(Arrays.stream(numbers).boxed().toList());
      read.forEach(row -> gone.remove(row.id()));
      gone.forEach(rows::remove);
    }
    var oldest = rows.entrySet().iterator();
    while (rows.size() > MOST_ROWS && oldest.hasNext()) {
      oldest.next();
      oldest.remove();
    }
    arrived.run();
  }
}
