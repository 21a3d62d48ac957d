package studio.timbre.ui.review;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import studio.timbre.app.ProjectSession;
import studio.timbre.app.history.TakeBack;
import studio.timbre.model.ConversationChange;
import studio.timbre.model.ConversationRow;
import studio.timbre.model.Curated;
import studio.timbre.ui.fx.OpenProject;
import studio.timbre.ui.fx.Work;

/** Who changed the conversation in view, what and when; read while somebody looks at it. */
final class HistoryViewModel implements AutoCloseable {
  /** Older changes are not shown. */
  static final int MOST = 200;

  /**
   * A conversation and what was done to it.
   *
   * @param changes the newest first
   */
  record History(long conversation, Optional<Curated> now, List<ConversationChange> changes) {}

  private final OpenProject project;
  private final ObservableValue<Optional<Long>> current;
  private final Work.Lane reading;
  private final Runnable overtaken;
  private final Consumer<? super Exception> failure;
  private final ReadOnlyObjectWrapper<Optional<History>> history =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final Subscription listening;
  private boolean seen;

  /**
   * @param overtaken called where a change was not taken back, as the conversation has changed meanwhile
   */
  HistoryViewModel(
      OpenProject project,
      Work work,
      ObservableValue<Optional<Long>> current,
      Runnable overtaken,
      Consumer<? super Exception> failure) {
    this.project = project;
    this.current = current;
    this.overtaken = overtaken;
    this.failure = failure;
    this.reading = work.lane();
    listening =
        Subscription.combine(
            current.subscribe(id -> read()), project.revision().subscribe(value -> read()));
  }

  ReadOnlyObjectProperty<Optional<History>> history() {
    return history.getReadOnlyProperty();
  }

  void setSeen(boolean isSeen) {
    seen = isSeen;
    read();
  }

  private void read() {
    var wanted = current.getValue();
    if (!seen) {
      return;
    }
    reading
        .run(() -> wanted.map(id -> read(project.session(), id)))
        .onSuccess(history::set)
        .onFailure(failure);
  }

  private static History read(ProjectSession session, long id) {
    return new History(
        id, session.row(id).map(ConversationRow::curated), session.versions().historyOf(id, MOST));
  }

  /** What it would mean to take this change back. */
  TakeBack plan(ConversationChange change) {
    return new TakeBack(change, history.get().flatMap(History::now));
  }

  /**
   * Takes the change back.
   *
   * @param putBack of each clash, by its number, whether it becomes again as it was before
   */
  void takeBack(TakeBack plan, IntPredicate putBack) {
    history
        .get()
        .ifPresent(
            shown ->
                project
                    .edits()
                    .make(
                        session -> session.versions().takeBack(shown.conversation(), plan, putBack))
                    .onSuccess(
                        done -> {
                          if (!done) {
                            overtaken.run();
                            read();
                          }
                        })
                    .onFailure(failure));
  }

  @Override
  public void close() {
    listening.unsubscribe();
    reading.forget();
  }
}
