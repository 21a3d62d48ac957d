package studio.timbre.ui.data;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import studio.timbre.app.ProjectSession;
import studio.timbre.model.Progress;
import studio.timbre.ui.fx.OpenProject;
import studio.timbre.ui.fx.Sentence.Running;
import studio.timbre.ui.fx.Work;

/** Changes to many conversations. What takes longer than a moment says how far it is, and can be cancelled. */
final class LongActs {
  private static final Duration MOMENT = Duration.ofMillis(500);

  /**
   * A change that takes its time.
   *
   * @param title names it
   * @param total 0 or less where it is not known
   */
  record Underway(String title, long done, long total) {}

  private final OpenProject project;
  private final Work.Lane waiting;
  private final Consumer<? super Exception> failure;
  private final ReadOnlyObjectWrapper<Optional<Underway>> underway =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Optional<Running> running = Optional.empty();

  LongActs(OpenProject project, Work work, Consumer<? super Exception> failure) {
    this.project = project;
    this.waiting = work.lane();
    this.failure = failure;
  }

  /** The change under way, once it has taken half a second. */
  ReadOnlyObjectProperty<Optional<Underway>> underway() {
    return underway.getReadOnlyProperty();
  }

  /**
   * Makes a change behind all that were asked for before.
   *
   * @param title names it in words, while it is made
   * @param then gets its answer; not called after a cancel
   */
  <T> void run(
      String title, BiFunction<ProjectSession, Progress, T> change, Consumer<? super T> then) {
    waiting
        .run(() -> true)
        .after(MOMENT)
        .onSuccess(late -> underway.set(Optional.of(new Underway(title, 0, -1))))
        .onFailure(failure);
    running =
        Optional.of(
            project
                .edits()
                .track(change)
                .onProgress(
                    (done, total) ->
                        underway
                            .get()
                            .ifPresent(
                                shown ->
                                    underway.set(
                                        Optional.of(new Underway(shown.title(), done, total)))))
                .onSuccess(then)
                .onEnd(
                    () -> {
                      waiting.forget();
                      underway.set(Optional.empty());
                    })
                .onFailure(failure));
  }

  /** As {@link #run} with nothing to do afterwards. */
  void run(String title, BiFunction<ProjectSession, Progress, ?> change) {
    run(title, change::apply, answer -> {});
  }

  /** Stops it; nothing of it stays. */
  void cancel() {
    running.ifPresent(Running::cancel);
  }
}
