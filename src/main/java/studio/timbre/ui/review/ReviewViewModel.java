package studio.timbre.ui.review;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import studio.timbre.app.BulkEdits;
import studio.timbre.app.Team;
import studio.timbre.model.ConversationRow;
import studio.timbre.model.Progress;
import studio.timbre.model.Status;
import studio.timbre.ui.fx.OpenProject;
import studio.timbre.ui.fx.Work;

/**
 * What the team thinks of the conversation in view. Each verb is one step of undo, and is done to all that is selected where the
 * conversation in view is among it.
 */
public final class ReviewViewModel implements AutoCloseable {

  /**
   * Words to choose among.
   *
   * @param me the person's own name; empty where it is not known
   */
  public record Words(List<String> tags, List<String> people, String me) {
    static final Words NONE = new Words(List.of(), List.of(), "");
  }

  private final OpenProject project;
  private final ObservableValue<Optional<Long>> current;
  private final Supplier<long[]> selection;
  private final Consumer<? super Exception> failure;
  private final Work.Lane reading;
  private final Work.Lane learning;
  private final ReadOnlyObjectWrapper<Optional<ConversationRow>> row =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyObjectWrapper<Words> words = new ReadOnlyObjectWrapper<>(Words.NONE);
  private final Subscription listening;

  /**
   * @param current the conversation in view
   * @param selection all that is selected
   */
  public ReviewViewModel(
      OpenProject project,
      Work work,
      ObservableValue<Optional<Long>> current,
      Supplier<long[]> selection,
      Consumer<? super Exception> failure) {
    this.project = project;
    this.current = current;
    this.selection = selection;
    this.failure = failure;
    this.reading = work.lane();
    this.learning = work.lane();
    listening =
        Subscription.combine(
            current.subscribe(id -> read()),
            project
                .revision()
                .subscribe(
                    value -> {
                      learn();
                      read();
                    }));
  }

  /** The conversation in view, as the file has it. */
  public ReadOnlyObjectProperty<Optional<ConversationRow>> row() {
    return row.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<Words> words() {
    return words.getReadOnlyProperty();
  }

  /** Told with the count of what is selected, whenever that changes. */
  ObservableValue<Number> selected() {
    return project.selected();
  }

  private void read() {
    var wanted = current.getValue();
    reading
        .run(() -> wanted.flatMap(project.session()::row))
        .onSuccess(row::set)
        .onFailure(failure);
  }

  private void learn() {
    learning.run(() -> words(project.session().team())).onSuccess(words::set).onFailure(failure);
  }

  private static Words words(Team team) {
    return new Words(team.tags(), team.people(), team.me());
  }

  /** What an act would be done to: the selection, or the conversation in view where that is not part of it. */
  public long[] targets() {
    var looked = current.getValue();
    if (looked.isEmpty()) {
      return new long[0];
    }
    long[] selected = selection.get();
    long id = looked.get();
    return LongStream.of(selected).anyMatch(each -> each == id) ? selected : new long[] {id};
  }

  public void setStatus(Status status) {
    setStatus(status, targets());
  }

  public void setStatus(Status status, long... ids) {
    make(bulk -> bulk.setStatus(status, Progress.NONE, ids), ids);
  }

  /** Gives stars; the same once more takes them away. */
  public void rate(int stars) {
    int now = row.get().map(shown -> shown.review().rating()).orElse(0);
    rate(stars == now ? 0 : stars, targets());
  }

  public void rate(int stars, long... ids) {
    make(bulk -> bulk.rate(stars, Progress.NONE, ids), ids);
  }

  public void tag(String tag) {
    if (!tag.isBlank()) {
      long[] ids = targets();
      make(bulk -> bulk.tag(tag.strip(), Progress.NONE, ids), ids);
    }
  }

  public void untag(String tag) {
    long[] ids = targets();
    make(bulk -> bulk.untag(tag, Progress.NONE, ids), ids);
  }

  /** Says whose turn it is; empty for nobody's. */
  public void assign(String person) {
    long[] ids = targets();
    make(bulk -> bulk.assign(person.strip(), Progress.NONE, ids), ids);
  }

  /**
   * Writes a note.
   *
   * @param ids what was meant when the writing began
   */
  public void setNote(String note, long... ids) {
    make(bulk -> bulk.setNote(note.strip(), Progress.NONE, ids), ids);
  }

  private void make(Consumer<BulkEdits> act, long... ids) {
    if (ids.length > 0) {
      project
          .edits()
          .make(
              session -> {
                act.accept(session.bulk());
                return ids;
              })
          .onFailure(failure);
    }
  }

  @Override
  public void close() {
    listening.unsubscribe();
    reading.forget();
    learning.forget();
  }
}
