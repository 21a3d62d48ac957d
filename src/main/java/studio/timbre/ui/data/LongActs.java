package studio.timbre.ui.data;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import studio.timbre.app.ProjectSession;
import studio.timbre.model.Progress;
import studio.timbre.ui.fx.OpenProject;
import studio.timbre.ui.fx.Sentence.Running;
import studio.timbre.ui.fx.Unfinished;
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

  /** The one that is being made, and behind it those that wait for their turn. */
  private final Deque<Asked> asked = new ArrayDeque<>();

  private static final class Asked {
    private final String title;
    private Optional<Running> running = Optional.empty();
    private Runnable over = () -> {};

    Asked(String title) {
      this.title = title;
    }
  }

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
    var act = new Asked(title);
    asked.add(act);
    act.over =
        project
            .unfinished()
            .begin(Unfinished.Kind.CHANGE, title, () -> act.running.ifPresent(Running::cancel));
    if (asked.peek() == act) {
      begin(act);
    }
    act.running =
        Optional.of(
            project
                .edits()
                .track(change)
                .onProgress((done, total) -> show(act, done, total))
                .onSuccess(then)
                .onEnd(() -> ended(act))
                .onFailure(failure));
  }

  /** Its turn has come: after a moment it is shown. */
  private void begin(Asked act) {
    waiting
        .run(() -> true)
        .after(MOMENT)
        .onSuccess(late -> underway.set(Optional.of(new Underway(act.title, 0, -1))))
        .onFailure(failure);
  }

  private void show(Asked act, long done, long total) {
    if (asked.peek() == act && underway.get().isPresent()) {
      underway.set(Optional.of(new Underway(act.title, done, total)));
    }
  }

  private void ended(Asked act) {
    boolean wasShown = asked.peek() == act;
    asked.remove(act);
    act.over.run();
    if (wasShown) {
      waiting.forget();
      underway.set(Optional.empty());
      Optional.ofNullable(asked.peek()).ifPresent(this::begin);
    }
  }

  /** As {@link #run} with nothing to do afterwards. */
  void run(String title, BiFunction<ProjectSession, Progress, ?> change) {
    run(title, change::apply, answer -> {});
  }

  /** Stops the one that is shown; nothing of it stays, and those behind it are made. */
  void cancel() {
    Optional.ofNullable(asked.peek()).flatMap(act -> act.running).ifPresent(Running::cancel);
  }
}
