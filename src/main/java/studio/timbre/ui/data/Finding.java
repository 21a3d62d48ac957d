package studio.timbre.ui.data;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import studio.timbre.app.ProjectSession;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.Progress;
import studio.timbre.ui.fx.OpenProject;
import studio.timbre.ui.fx.Work;

/**
 * Reads which conversations to show: for a new question the first ones and their count at once, then all of them; after a change
 * all of them, while the old list stays on the screen. A new question stops the reading for the old one. Used on the JavaFX thread.
 */
final class Finding {
  /** More than any window shows at a time. */
  private static final int FIRST = 100;

  /** A list of this length is read anew no more than every so often, however fast the changes follow each other. */
  private static final int MANY = 50_000;

  private static final Duration PAUSE = Duration.ofMillis(400);

  /**
   * What is known by now.
   *
   * @param ids numbers in the order asked for; those that are not known yet are {@link IdList#UNKNOWN}
   * @param exact whether the length of the list is right, and not about right
   * @param all conversations in the whole project
   * @param arrangement of the project, as it was before they were read
   */
  record Found(long[] ids, boolean exact, long all, long arrangement) {
    boolean isWhole() {
      return ids.length == 0 || ids[ids.length - 1] != IdList.UNKNOWN;
    }
  }

  private final OpenProject project;
  private final Narrowing narrowing;
  private final Work.Lane lane;
  private final Consumer<Found> show;
  private final Consumer<? super Exception> failure;
  private long round;
  private boolean reading;
  private boolean stale;
  private int shown;
  private Optional<Asked> whole = Optional.empty();

  /** What has been read to its end. */
  private record Asked(ConversationQuery query, long arrangement) {}

  Finding(
      OpenProject project,
      Narrowing narrowing,
      Work.Lane lane,
      Consumer<Found> show,
      Consumer<? super Exception> failure) {
    this.project = project;
    this.narrowing = narrowing;
    this.lane = lane;
    this.show = show;
    this.failure = failure;
  }

  /** Another question is asked. */
  void begin(Duration pause) {
    var query = narrowing.query();
    read(query, progress -> first(project.session(), query, progress), pause);
  }

  /** The conversations have changed. */
  void again() {
    if (reading) {
      stale = true;
    } else if (!holdsStill()) {
      readAll(shown > MANY ? PAUSE : Duration.ZERO);
    }
  }

  /** All conversations in their order: that list does not change with what they say. */
  private boolean holdsStill() {
    var query = narrowing.query();
    return query.equals(ConversationQuery.ALL)
        && whole.equals(Optional.of(new Asked(query, project.session().arrangement())));
  }

  private void readAll(Duration pause) {
    var query = narrowing.query();
    stale = false;
    read(query, progress -> all(project.session(), query, progress), pause);
  }

  private void read(ConversationQuery query, Work.Tracked<Found> task, Duration pause) {
    long mine = ++round;
    reading = true;
    lane.runTracked(task)
        .after(pause)
        .onSuccess(
            found -> {
              shown = found.ids().length;
              whole =
                  found.isWhole() && found.exact()
                      ? Optional.of(new Asked(query, found.arrangement()))
                      : Optional.empty();
              show.accept(found);
              stale |= !found.isWhole() || !found.exact();
            })
        .onEnd(() -> ended(mine))
        .onFailure(failure);
  }

  /** What was overtaken has nothing to say any more. */
  private void ended(long mine) {
    if (mine == round) {
      reading = false;
      if (stale && !holdsStill()) {
        readAll(Duration.ZERO);
      }
    }
  }

  private static Found first(ProjectSession session, ConversationQuery query, Progress progress) {
    long arrangement = session.arrangement();
    var first = session.first(query, FIRST, progress);
    long[] ids = Arrays.copyOf(first.first(), Math.toIntExact(first.count()));
    Arrays.fill(ids, Math.min(ids.length, first.first().length), ids.length, IdList.UNKNOWN);
    return new Found(ids, first.exact(), count(session), arrangement);
  }

  private static Found all(ProjectSession session, ConversationQuery query, Progress progress) {
    long arrangement = session.arrangement();
    return new Found(session.ids(query, progress), true, count(session), arrangement);
  }

  private static long count(ProjectSession session) {
    return session.totals(ConversationQuery.ALL).conversations();
  }

  void close() {
    round++;
    lane.forget();
  }
}
