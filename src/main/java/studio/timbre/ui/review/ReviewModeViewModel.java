package studio.timbre.ui.review;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.util.Subscription;
import studio.timbre.model.Status;
import studio.timbre.ui.fx.Notices;
import studio.timbre.ui.fx.OpenProject;
import studio.timbre.ui.fx.OpenProject.Spotlight;
import studio.timbre.ui.fx.Texts;
import studio.timbre.ui.fx.Work;

/** Going through one's queue: the table shows it alone, and each verdict leads to the next conversation. */
public final class ReviewModeViewModel {

  /** Where the conversations stand that are gone through. */
  public interface Steps {
    /** The conversation so many rows below the one in view; empty beyond the ends. */
    Optional<Long> neighbour(int rows);

    /** Also one that the table is about to show. */
    void goTo(long conversation);

    /** Opens the conversation in view for writing. */
    void edit();

    /** Gives the keyboard back to the conversations. */
    void read();
  }

  private final OpenProject project;
  private final ReviewViewModel review;
  private final Steps steps;
  private final Texts texts;
  private final Notices notices;
  private final Work.Lane reading;
  private final ReadOnlyBooleanWrapper active = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper left = new ReadOnlyStringWrapper("");
  private final Work.Lane counting;
  private Optional<Spotlight> queue = Optional.empty();
  private Subscription watching = Subscription.EMPTY;

  public ReviewModeViewModel(
      OpenProject project,
      ReviewViewModel review,
      Steps steps,
      Texts texts,
      Work work,
      Notices notices) {
    this.project = project;
    this.review = review;
    this.steps = steps;
    this.texts = texts;
    this.notices = notices;
    this.reading = work.lane();
    this.counting = work.lane();
  }

  public ReadOnlyBooleanProperty active() {
    return active.getReadOnlyProperty();
  }

  /** How many of the queue wait for a verdict still, in words; empty where nothing waits. */
  public ReadOnlyStringProperty left() {
    return left.getReadOnlyProperty();
  }

  /** Begins, or ends. */
  public void toggle() {
    if (active.get()) {
      end();
    } else {
      begin();
    }
  }

  private void begin() {
    active.set(true);
    reading
        .run(() -> project.session().team().myQueue())
        .onSuccess(
            waiting -> {
              if (waiting.length == 0) {
                notices.say(texts.get("review.queue.empty"));
                return;
              }
              queue =
                  Optional.of(new Spotlight(texts.get("review.queue", waiting.length), waiting));
              project.spotlight().set(queue);
              watching.unsubscribe();
              watching = project.revision().subscribe(revision -> count(waiting));
              boolean isInView =
                  review.row().get().stream()
                      .anyMatch(row -> LongStream.of(waiting).anyMatch(id -> id == row.id()));
              if (!isInView) {
                steps.goTo(waiting[0]);
              }
            })
        .onFailure(notices::failed);
  }

  private void count(long[] waiting) {
    counting
        .run(
            () -> {
              var open =
                  LongStream.of(project.session().team().myQueue())
                      .boxed()
                      .collect(Collectors.toSet());
              return LongStream.of(waiting).filter(open::contains).count();
            })
        .onSuccess(open -> left.set(texts.get("review.left", open, waiting.length)))
        .onFailure(notices::failed);
  }

  /** The table shows again what it showed, unless somebody put something else there meanwhile. */
  public void end() {
    active.set(false);
    reading.forget();
    watching.unsubscribe();
    counting.forget();
    left.set("");
    if (queue.isPresent() && project.spotlight().get().equals(queue)) {
      project.spotlight().set(Optional.empty());
    }
    queue = Optional.empty();
  }

  void decide(Status status) {
    withCurrent(
        id -> {
          review.setStatus(status, id);
          var next = steps.neighbour(1);
          next.ifPresent(steps::goTo);
          if (next.isEmpty()) {
            notices.say(texts.get("review.queue.end"));
          }
        });
  }

  void rate(int stars) {
    withCurrent(id -> review.rate(stars, id));
  }

  void step(int rows) {
    steps.neighbour(rows).ifPresent(steps::goTo);
  }

  void edit() {
    withCurrent(id -> steps.edit());
  }

  /** After something was written: single keys mean acts again. */
  void read() {
    if (active.get()) {
      steps.read();
    }
  }

  void undo() {
    project.edits().make(session -> session.undo()).onFailure(notices::failed);
  }

  private void withCurrent(Consumer<Long> act) {
    review.row().get().ifPresent(row -> act.accept(row.id()));
  }
}
