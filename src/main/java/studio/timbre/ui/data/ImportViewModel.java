package studio.timbre.ui.data;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import studio.timbre.app.ProjectSession;
import studio.timbre.model.ChangeInfo;
import studio.timbre.model.ImportReport;
import studio.timbre.model.Split;
import studio.timbre.ui.fx.OpenProject;
import studio.timbre.ui.fx.Sentence.Running;
import studio.timbre.ui.fx.Work;

/** Taking in a file: asked, under way, done. */
final class ImportViewModel {

  /** Where an import stands. */
  sealed interface State {
    record Idle() implements State {}

    /** Chosen; what it is for is still to be said. */
    record Asking(Path file) implements State {}

    /** {@code total} is -1 where it is not known. */
    record Running(Path file, long done, long total) implements State {}

    /** {@code entry} of the journal, by which it can be taken back; empty where nothing came in. */
    record Done(Path file, ImportReport report, Optional<Long> entry) implements State {}
  }

  private record Outcome(ImportReport report, Optional<Long> entry) {}

  private final OpenProject project;
  private final Work work;
  private final Consumer<? super Exception> failure;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Idle());
  private Optional<Running> running = Optional.empty();

  ImportViewModel(OpenProject project, Work work, Consumer<? super Exception> failure) {
    this.project = project;
    this.work = work;
    this.failure = failure;
  }

  ReadOnlyObjectProperty<State> state() {
    return state.getReadOnlyProperty();
  }

  /** Ignored while another file is coming in. */
  void ask(Path file) {
    if (!(state.get() instanceof State.Running)) {
      state.set(new State.Asking(file));
    }
  }

  void start(Split split) {
    if (state.get() instanceof State.Asking(Path file)) {
      state.set(new State.Running(file, 0, -1));
      running =
          Optional.of(
              work.runTracked(
                      progress -> {
                        var report = project.session().importJsonl(file, split, progress);
                        return new Outcome(report, entryOf(project.session(), report));
                      })
                  .onProgress((done, total) -> state.set(new State.Running(file, done, total)))
                  .onSuccess(
                      outcome -> state.set(new State.Done(file, outcome.report(), outcome.entry())))
                  .onFailure(
                      problem -> {
                        state.set(new State.Idle());
                        failure.accept(problem);
                      }));
    }
  }

  private static Optional<Long> entryOf(ProjectSession session, ImportReport report) {
    return report.imported() == 0 ? Optional.empty() : session.nextUndo().map(ChangeInfo::entry);
  }

  /** Stops it; nothing of the file stays behind. */
  void cancel() {
    running.ifPresent(Running::cancel);
    state.set(new State.Idle());
  }

  void close() {
    if (!(state.get() instanceof State.Running)) {
      state.set(new State.Idle());
    }
  }

  /** Takes the import back, unless something else has been done since: that has to be taken back first. */
  void undo(Runnable tooLate) {
    if (state.get() instanceof State.Done done && done.entry().isPresent()) {
      project
          .edits()
          .takeBack(done.entry().get())
          .onSuccess(
              taken -> {
                if (taken) {
                  state.set(new State.Idle());
                } else {
                  tooLate.run();
                }
              })
          .onFailure(failure);
    }
  }
}
