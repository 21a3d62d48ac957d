package studio.timbre.ui.data;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import studio.timbre.ui.fx.OpenProject;
import studio.timbre.ui.fx.Sentence;
import studio.timbre.ui.fx.Unfinished;
import studio.timbre.ui.fx.Work;

/** Making a review pack: asked, under way. */
final class PackViewModel {

  /** Where it stands. */
  sealed interface State {
    record Idle() implements State {}

    /** How many conversations are selected, and how many are on show. */
    record Asking(int selected, int shown) implements State {}

    record Running(Path file, long done, long total) implements State {}
  }

  private final OpenProject project;
  private final Work work;
  private final Supplier<long[]> selection;
  private final Supplier<long[]> onShow;
  private final Consumer<? super Exception> failure;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Idle());
  private Optional<Sentence.Running> running = Optional.empty();

  PackViewModel(
      OpenProject project,
      Work work,
      Supplier<long[]> selection,
      Supplier<long[]> onShow,
      Consumer<? super Exception> failure) {
    this.project = project;
    this.work = work;
    this.selection = selection;
    this.onShow = onShow;
    this.failure = failure;
  }

  ReadOnlyObjectProperty<State> state() {
    return state.getReadOnlyProperty();
  }

  /** What the project is called, for the name of the file. */
  String projectName() {
    return project.session().name();
  }

  void ask() {
    if (!(state.get() instanceof State.Running)) {
      state.set(new State.Asking(selection.get().length, onShow.get().length));
    }
  }

  /**
   * Writes the pack.
   *
   * @param selected what is selected, else all that is on show
   * @param done told how many conversations are in it
   */
  void start(boolean selected, String recipient, Path target, Consumer<Long> done) {
    long[] ids = selected ? selection.get() : onShow.get();
    state.set(new State.Running(target, 0, ids.length));
    var over =
        project
            .unfinished()
            .begin(Unfinished.Kind.EXPORT, String.valueOf(target.getFileName()), this::cancel);
    running =
        Optional.of(
            work.runTracked(
                    progress -> project.session().packs().make(ids, recipient, target, progress))
                .onProgress((at, total) -> at(target, at, total))
                .onSuccess(
                    written -> {
                      state.set(new State.Idle());
                      done.accept(written);
                    })
                .onEnd(over)
                .onFailure(
                    problem -> {
                      state.set(new State.Idle());
                      if (!(problem instanceof CancellationException)) {
                        failure.accept(problem);
                      }
                    }));
  }

  private void at(Path target, long done, long total) {
    if (state.get() instanceof State.Running) {
      state.set(new State.Running(target, done, total));
    }
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
