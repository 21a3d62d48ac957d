package studio.timbre.ui.check;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import studio.timbre.app.Connections;
import studio.timbre.app.ContentProgress;
import studio.timbre.app.Moderation.Standing;
import studio.timbre.model.Connection;
import studio.timbre.model.Progress;
import studio.timbre.model.Provider;
import studio.timbre.model.UserFacingException;
import studio.timbre.ui.fx.OpenProject;
import studio.timbre.ui.fx.Sentence.Running;
import studio.timbre.ui.fx.Tray;
import studio.timbre.ui.fx.Work;

/** Has a provider look at the conversations for harmful content. It goes on when the room is left, and ends with the project. */
final class ContentCheckViewModel implements AutoCloseable {

  /** Where it stands. */
  sealed interface State {
    /** Not known yet. */
    record Unknown() implements State {}

    /** There is no connection to a provider that could look. */
    record NoConnection() implements State {}

    /**
     * Waits for a word.
     *
     * @param connections to choose among
     * @param standing what the chosen one has looked at
     */
    record Ready(List<Connection> connections, Connection chosen, Standing standing)
        implements State {}

    /**
     * Conversations are being looked at.
     *
     * @param total 0 until it is known
     * @param rest how long nothing is sent before the same is tried again
     */
    record Looking(Connection connection, long done, long total, Optional<Duration> rest)
        implements State {}
  }

  private final OpenProject project;
  private final Connections connections;
  private final Work work;
  private final Work.Lane reading;
  private final Consumer<? super Exception> failure;
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(new State.Unknown());
  private final ReadOnlyObjectWrapper<Optional<Exception>> problem =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final Subscription listening;
  private Optional<String> chosen = Optional.empty();
  private Optional<Running> running = Optional.empty();
  private boolean isLooking;
  private boolean seen;

  ContentCheckViewModel(
      OpenProject project,
      Connections connections,
      Work work,
      Consumer<? super Exception> failure) {
    this.project = project;
    this.connections = connections;
    this.work = work;
    this.reading = work.lane();
    this.failure = failure;
    listening = project.revision().subscribe((before, now) -> readIfSeen());
  }

  ReadOnlyObjectProperty<State> state() {
    return state.getReadOnlyProperty();
  }

  /** Why the last look ended before its time. */
  ReadOnlyObjectProperty<Optional<Exception>> problem() {
    return problem.getReadOnlyProperty();
  }

  /** The screen is shown or left. Connections may have come or gone meanwhile. */
  void setSeen(boolean isSeen) {
    seen = isSeen;
    readIfSeen();
  }

  private void readIfSeen() {
    if (seen && !isLooking) {
      read();
    }
  }

  private void read() {
    var wanted = chosen;
    reading
        .run(() -> read(wanted))
        .onSuccess(
            read -> {
              if (!isLooking) {
                state.set(read);
              }
            })
        .onFailure(failure);
  }

  private State read(Optional<String> wanted) throws UserFacingException {
    var able = connections.list().stream().filter(known -> canLook(known.provider())).toList();
    if (able.isEmpty()) {
      return new State.NoConnection();
    }
    var taken =
        able.stream()
            .filter(known -> wanted.equals(Optional.of(known.id())))
            .findFirst()
            .or(
                () ->
                    able.stream().filter(known -> known.provider() == Provider.OPENAI).findFirst())
            .orElse(able.getFirst());
    return new State.Ready(able, taken, project.session().moderation().standing(taken));
  }

  /** OpenAI alone has it, and servers that speak as it does may. */
  private static boolean canLook(Provider provider) {
    return provider == Provider.OPENAI || provider == Provider.COMPATIBLE;
  }

  void choose(Connection connection) {
    if (!isLooking && !chosen.equals(Optional.of(connection.id()))) {
      chosen = Optional.of(connection.id());
      problem.set(Optional.empty());
      read();
    }
  }

  /** Looks at all that was not looked at yet. */
  void start() {
    if (state.get() instanceof State.Ready ready && !isLooking) {
      isLooking = true;
      var connection = ready.chosen();
      chosen = Optional.of(connection.id());
      problem.set(Optional.empty());
      state.set(new State.Looking(connection, 0, 0, Optional.empty()));
      reading.forget();
      var moderation = project.session().moderation();
      running =
          Optional.of(
              work.runTracked(
                      progress ->
                          moderation.look(
                              connection, connections.keyOf(connection), new Told(progress)))
                  .onProgress(
                      (done, total) ->
                          state.set(new State.Looking(connection, done, total, Optional.empty())))
                  .onEnd(this::ended)
                  .onFailure(ended -> problem.set(Optional.of(ended))));
    }
  }

  private void rest(Duration time) {
    if (isLooking && state.get() instanceof State.Looking looking) {
      state.set(
          new State.Looking(
              looking.connection(), looking.done(), looking.total(), Optional.of(time)));
    }
  }

  /** Passes on what work is told, and rests beside it. */
  private final class Told implements ContentProgress {
    private final Progress progress;
    private final Tray<Duration> rests = new Tray<>(work, several -> rest(several.getLast()));

    Told(Progress progress) {
      this.progress = progress;
    }

    @Override
    public void report(long done, long total) {
      progress.report(done, total);
    }

    @Override
    public boolean isCancelled() {
      return progress.isCancelled();
    }

    @Override
    public void rests(Duration time) {
      rests.put(time);
    }
  }

  private void ended() {
    isLooking = false;
    readIfSeen();
  }

  /** Stops; what was looked at counts. */
  void stop() {
    running.ifPresent(Running::cancel);
  }

  void putProblemAway() {
    problem.set(Optional.empty());
  }

  @Override
  public void close() {
    seen = false;
    listening.unsubscribe();
    reading.forget();
    stop();
  }
}
