package studio.timbre.ui.data;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ChangeListener;
import studio.timbre.model.ConversationQuery;
import studio.timbre.ui.fx.OpenProject;
import studio.timbre.ui.fx.Work;

/**
 * What the table was narrowed to and sorted by when the project was left: it is found so again. What another room shows alone passes, and
 * so does what an older version cannot read.
 */
final class RememberedView implements AutoCloseable {
  private static final Duration REST = Duration.ofMillis(400);

  private final OpenProject project;
  private final Narrowing narrowing;
  private final Work.Lane reading;
  private final Work.Lane resting;
  private final Consumer<? super Exception> failure;
  private final ChangeListener<Object> changed = (property, before, now) -> changed();
  private Optional<ConversationQuery> unsaved = Optional.empty();
  private ConversationQuery kept = ConversationQuery.ALL;

  RememberedView(
      OpenProject project, Work work, Narrowing narrowing, Consumer<? super Exception> failure) {
    this.project = project;
    this.narrowing = narrowing;
    this.reading = work.lane();
    this.resting = work.lane();
    this.failure = failure;
    narrowing.search().addListener(changed);
    narrowing.filter().addListener(changed);
    narrowing.order().addListener(changed);
    reading.run(() -> project.session().views().left()).onSuccess(this::restore).onFailure(failure);
  }

  /** Whoever was quicker, as another room that asks for something, has the table as they want it. */
  private void restore(Optional<ConversationQuery> left) {
    if (narrowing.wish().equals(ConversationQuery.ALL)) {
      left.ifPresent(
          query -> {
            kept = query;
            narrowing.show(query);
          });
    }
  }

  private void changed() {
    unsaved = Optional.of(narrowing.wish());
    resting.run(() -> true).after(REST).onSuccess(rested -> save()).onFailure(failure);
  }

  private void save() {
    unsaved
        .filter(query -> !query.equals(kept))
        .ifPresent(
            query -> {
              kept = query;
              project
                  .edits()
                  .make(
                      session -> {
                        session.views().leave(query);
                        return query;
                      })
                  .onFailure(failure);
            });
    unsaved = Optional.empty();
  }

  /** Keeps what is not kept yet. */
  @Override
  public void close() {
    narrowing.search().removeListener(changed);
    narrowing.filter().removeListener(changed);
    narrowing.order().removeListener(changed);
    reading.forget();
    resting.forget();
    save();
  }
}
