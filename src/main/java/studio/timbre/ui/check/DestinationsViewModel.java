package studio.timbre.ui.check;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import studio.timbre.app.Destinations.Outlook;
import studio.timbre.app.LocalDestinations;
import studio.timbre.app.ProjectSession;
import studio.timbre.model.Progress;
import studio.timbre.model.Split;
import studio.timbre.ui.fx.OpenProject;
import studio.timbre.ui.fx.Work;

/** Looks where the data can be trained on: by itself while it is seen, or when it is asked for where that takes long. */
final class DestinationsViewModel implements AutoCloseable {
  /** Up to so many are looked at after each edit; that takes about a second. Of more, only what models here make of the edit. */
  private static final long LIVE = 5_000;

  private static final Duration REST = Duration.ofMillis(700);

  /** How far it is. */
  sealed interface State {
    /** Nothing is known yet, or there is nothing to train on. */
    record Nothing() implements State {}

    /**
     * It takes a while, so it waits for a word.
     *
     * @param conversations to be looked at
     */
    record Waiting(long conversations) implements State {}

    /** Under way. */
    record Looking(long done, long of) implements State {}

    /**
     * The answer.
     *
     * @param here for this computer
     * @param isHereOld whether so much was edited since that it has to be asked for anew
     * @param there for providers
     * @param isOld whether the data was edited since, and that has to be asked for anew
     */
    record Known(LocalDestinations.Outlook here, boolean isHereOld, Outlook there, boolean isOld)
        implements State {}
  }

  private final OpenProject project;
  private final Work.Lane looking;
  private final Consumer<? super Exception> failure;
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(new State.Nothing());
  private final Subscription listening;
  private boolean seen;
  private boolean stale = true;

  DestinationsViewModel(OpenProject project, Work work, Consumer<? super Exception> failure) {
    this.project = project;
    this.looking = work.lane();
    this.failure = failure;
    listening =
        project
            .revision()
            .subscribe(
                (before, now) -> {
                  stale = true;
                  refresh(REST);
                });
  }

  ReadOnlyObjectProperty<State> state() {
    return state.getReadOnlyProperty();
  }

  void setSeen(boolean isSeen) {
    seen = isSeen;
    if (stale) {
      refresh(Duration.ZERO);
    } else if (isSeen && state.get() instanceof State.Known known && !known.isHereOld()) {
      // A model may have come or gone meanwhile.
      looking
          .runTracked(progress -> lookHere(project.session(), known, progress))
          .onSuccess(state::set)
          .onFailure(failure);
    }
  }

  private void refresh(Duration pause) {
    if (!seen) {
      return;
    }
    looking
        .runTracked(progress -> lookIfShort(project.session(), progress))
        .after(pause)
        .onSuccess(this::came)
        .onFailure(failure);
  }

  private State lookIfShort(ProjectSession session, Progress progress) {
    long conversations =
        session.training().totals(Split.TRAINING).conversations()
            + session.training().totals(Split.HELD_OUT).conversations();
    if (conversations > LIVE) {
      return state.get() instanceof State.Known known
          ? lookHere(
              session,
              new State.Known(known.here(), known.isHereOld(), known.there(), true),
              progress)
          : new State.Waiting(conversations);
    }
    return look(session, progress);
  }

  /** Looks however long it takes. */
  void start() {
    state.set(new State.Looking(0, 0));
    looking
        .runTracked(progress -> look(project.session(), progress))
        .onProgress((done, of) -> state.set(new State.Looking(done, of)))
        .onSuccess(this::came)
        .onFailure(failure);
  }

  void cancel() {
    looking.forget();
    state.set(new State.Nothing());
    refresh(Duration.ZERO);
  }

  private static State look(ProjectSession session, Progress progress) {
    var here = session.localDestinations().look(Long.MAX_VALUE, progress).orElseThrow();
    var there = session.destinations().look(LocalDate.now(ZoneOffset.UTC), progress);
    return there.all().isEmpty() ? new State.Nothing() : new State.Known(here, false, there, false);
  }

  /** Follows what little has changed; what stands there of providers stays. */
  private static State lookHere(ProjectSession session, State.Known known, Progress progress) {
    return session
        .localDestinations()
        .look(LIVE, progress)
        .map(here -> new State.Known(here, false, known.there(), known.isOld()))
        .orElseGet(() -> new State.Known(known.here(), true, known.there(), known.isOld()));
  }

  private void came(State now) {
    stale = false;
    state.set(now);
  }

  @Override
  public void close() {
    listening.unsubscribe();
    looking.forget();
  }
}
