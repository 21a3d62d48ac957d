package studio.timbre.ui.data;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.util.Subscription;
import studio.timbre.app.ProjectSession;
import studio.timbre.model.ChangeInfo;
import studio.timbre.model.Progress;
import studio.timbre.ui.fx.OpenProject;
import studio.timbre.ui.fx.Texts;
import studio.timbre.ui.fx.Work;

/** What was done to the project, newest first, and the way to any point of it. */
final class HistoryViewModel implements AutoCloseable {
  /** Changes on show. */
  static final int MOST = 1000;

  /** Stands for the state before the oldest change. */
  static final long BEGINNING = 0;

  private final OpenProject project;
  private final Work.Lane reading;
  private final LongActs acts;
  private final Texts texts;
  private final Consumer<? super Exception> failure;
  private final BooleanProperty open = new SimpleBooleanProperty();
  private final ReadOnlyObjectWrapper<List<ChangeInfo>> changes =
      new ReadOnlyObjectWrapper<>(List.of());
  private final Subscription listening;

  HistoryViewModel(
      OpenProject project,
      Work work,
      LongActs acts,
      Texts texts,
      Consumer<? super Exception> failure) {
    this.project = project;
    this.reading = work.lane();
    this.acts = acts;
    this.texts = texts;
    this.failure = failure;
    listening =
        Subscription.combine(
            project.revision().subscribe(value -> refresh()), open.subscribe(this::refresh));
  }

  /** Whether it is on show. */
  BooleanProperty open() {
    return open;
  }

  /** The newest first, also those that are taken back. */
  ReadOnlyObjectProperty<List<ChangeInfo>> changes() {
    return changes.getReadOnlyProperty();
  }

  private void refresh() {
    if (open.get()) {
      reading.run(() -> project.session().history(MOST)).onSuccess(changes::set).onFailure(failure);
    }
  }

  /**
   * Goes to the state right after a change: takes back what came later, or does again what was taken back.
   *
   * @param entry the number of the change, or {@link #BEGINNING}
   */
  void goTo(long entry) {
    long steps = changes.get().stream().filter(change -> isPassed(change, entry)).count();
    // The list may be behind what was done a moment ago: the session knows how far it is.
    acts.run(
        texts.get("pastActs.going", Math.max(1, steps)),
        (session, progress) -> walk(session, entry, progress));
  }

  /** Whether going there passes over this change. */
  private static boolean isPassed(ChangeInfo change, long entry) {
    return change.undone() ? change.entry() <= entry : change.entry() > entry;
  }

  /** Each step is complete by itself: a cancel stops between two. */
  private int walk(ProjectSession session, long entry, Progress progress) {
    int steps = 0;
    while (!progress.isCancelled()
        && session.nextUndo().filter(change -> change.entry() > entry).isPresent()) {
      session.undo();
      progress.report(++steps, -1);
    }
    while (!progress.isCancelled()
        && session.nextRedo().filter(change -> change.entry() <= entry).isPresent()) {
      session.redo();
      progress.report(++steps, -1);
    }
    return steps;
  }

  @Override
  public void close() {
    listening.unsubscribe();
    reading.forget();
  }
}
