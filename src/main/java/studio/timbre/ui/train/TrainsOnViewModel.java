package studio.timbre.ui.train;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import studio.timbre.app.ProjectSession;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.Status;
import studio.timbre.model.TrainingFilter;
import studio.timbre.ui.fx.OpenProject;
import studio.timbre.ui.fx.Work;

/** Which conversations the project trains on, and how many these are. */
public final class TrainsOnViewModel implements AutoCloseable {

  /**
   * How it stands.
   *
   * @param tags those of the project
   * @param chosen conversations that pass
   * @param all conversations in the project
   */
  public record State(TrainingFilter filter, List<String> tags, long chosen, long all) {}

  private final OpenProject project;
  private final Work.Lane reading;
  private final Consumer<? super Exception> failure;
  private final ReadOnlyObjectWrapper<Optional<State>> state =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final Subscription listening;

  public TrainsOnViewModel(OpenProject project, Work work, Consumer<? super Exception> failure) {
    this.project = project;
    this.reading = work.lane();
    this.failure = failure;
    listening = project.revision().subscribe(value -> read());
  }

  /** Empty until it was read. */
  public ReadOnlyObjectProperty<Optional<State>> state() {
    return state.getReadOnlyProperty();
  }

  private void read() {
    reading
        .run(() -> read(project.session()))
        .onSuccess(found -> state.set(Optional.of(found)))
        .onFailure(failure);
  }

  private static State read(ProjectSession session) {
    var filter = session.training().get();
    var tags = new TreeSet<>(session.team().tags());
    tags.addAll(filter.tags());
    return new State(
        filter,
        List.copyOf(tags),
        session.totals(filter.query()).conversations(),
        session.totals(ConversationQuery.ALL).conversations());
  }

  /** Lets a status in or leaves it out; the last one stays. */
  public void use(Status status, boolean used) {
    change(
        filter -> {
          var statuses = EnumSet.copyOf(filter.statuses());
          if (used ? statuses.add(status) : statuses.remove(status)) {
            return statuses.isEmpty() ? filter : filter.withStatuses(statuses);
          }
          return filter;
        });
  }

  /** Asks for this tag, among others, or no longer. */
  public void use(String tag, boolean used) {
    change(
        filter -> {
          var tags = new TreeSet<>(filter.tags());
          return (used ? tags.add(tag) : tags.remove(tag)) ? filter.withTags(tags) : filter;
        });
  }

  /** Asks for so many stars; 0 for any. */
  public void useLeastRating(int stars) {
    change(filter -> filter.withLeastRating(stars));
  }

  private void change(UnaryOperator<TrainingFilter> how) {
    project
        .edits()
        .make(
            session -> {
              var before = session.training().get();
              var after = how.apply(before);
              if (!after.equals(before)) {
                session.training().set(after);
              }
              return after;
            })
        .onFailure(failure);
  }

  @Override
  public void close() {
    listening.unsubscribe();
    reading.forget();
  }
}
