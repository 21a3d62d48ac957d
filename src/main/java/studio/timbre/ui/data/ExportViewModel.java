package studio.timbre.ui.data;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import studio.timbre.model.ConversationQuery;
import studio.timbre.ui.fx.OpenProject;
import studio.timbre.ui.fx.Sentence;
import studio.timbre.ui.fx.Work;

/** Writing conversations into a file: asked, under way. */
final class ExportViewModel {

  /** Where an export stands. */
  sealed interface State {
    record Idle() implements State {}

    record Asking() implements State {}

    record Running(Path file, long done, long total) implements State {}
  }

  private final OpenProject project;
  private final Work work;
  private final Consumer<? super Exception> failure;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Idle());
  private Optional<Sentence.Running> running = Optional.empty();

  ExportViewModel(OpenProject project, Work work, Consumer<? super Exception> failure) {
    this.project = project;
    this.work = work;
    this.failure = failure;
  }

  ReadOnlyObjectProperty<State> state() {
    return state.getReadOnlyProperty();
  }

  void ask() {
    if (!(state.get() instanceof State.Running)) {
      state.set(new State.Asking());
    }
  }

  /** What the project is called, for the name of the file. */
  String projectName() {
    return project.session().name();
  }

  /** {@code done} is told how many were written. */
  void start(ConversationQuery query, Path target, Consumer<Long> done) {
    state.set(new State.Running(target, 0, -1));
    running =
        Optional.of(
            work.runTracked(progress -> project.session().exportJsonl(query, target, progress))
                .onProgress((at, total) -> state.set(new State.Running(target, at, total)))
                .onSuccess(
                    written -> {
                      state.set(new State.Idle());
                      done.accept(written);
                    })
                .onFailure(
                    problem -> {
                      state.set(new State.Idle());
                      failure.accept(problem);
                    }));
  }

  /** Stops it; a file that stood there before is as it was. */
  void cancel() {
    running.ifPresent(Sentence.Running::cancel);
    state.set(new State.Idle());
  }

  void close() {
    if (!(state.get() instanceof State.Running)) {
      state.set(new State.Idle());
    }
  }
}
