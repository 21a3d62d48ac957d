package studio.timbre.ui.runs;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import studio.timbre.model.Connection;
import studio.timbre.model.ForeignJob;
import studio.timbre.model.JobId;
import studio.timbre.ui.fx.Work;

/** Bringing in a job that was begun elsewhere: which connection, which job. */
final class AdoptViewModel implements AutoCloseable {

  /** Where it stands. */
  sealed interface State {
    /** Nothing is asked. */
    record Idle() implements State {}

    /** Over which connection to look. */
    record Choosing(List<Connection> connections) implements State {}

    record Asking(Connection connection) implements State {}

    /** The jobs that the provider lists and that are not here. */
    record Found(Connection connection, List<ForeignJob> jobs) implements State {}

    record Failed(Exception problem) implements State {}
  }

  private final JobFinder finder;
  private final Consumer<JobId> adopted;
  private final Work.Lane asking;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Idle());

  /** @param adopted called once a job is among the runs */
  AdoptViewModel(JobFinder finder, Work work, Consumer<JobId> adopted) {
    this.finder = finder;
    this.adopted = adopted;
    this.asking = work.lane();
  }

  ReadOnlyObjectProperty<State> state() {
    return state.getReadOnlyProperty();
  }

  /** Looks at once where there is one connection alone. */
  void open() {
    asking
        .run(finder::connections)
        .onSuccess(
            found -> {
              if (found.size() == 1) {
                look(found.getFirst());
              } else {
                state.set(new State.Choosing(found));
              }
            })
        .onFailure(this::fail);
  }

  void look(Connection connection) {
    state.set(new State.Asking(connection));
    asking
        .run(() -> finder.elsewhere(connection))
        .onSuccess(jobs -> state.set(new State.Found(connection, jobs)))
        .onFailure(this::fail);
  }

  void adopt(ForeignJob job) {
    if (!(state.get() instanceof State.Found found)) {
      return;
    }
    asking
        .run(() -> finder.adopt(found.connection(), job))
        .onSuccess(
            id -> {
              state.set(new State.Idle());
              adopted.accept(id);
            })
        .onFailure(this::fail);
  }

  private void fail(Exception problem) {
    state.set(new State.Failed(problem));
  }

  /** Puts it away. */
  void cancel() {
    asking.forget();
    state.set(new State.Idle());
  }

  @Override
  public void close() {
    asking.forget();
  }
}
