package studio.timbre.ui.shell;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Subscription;
import studio.timbre.ui.fx.Unfinished;
import studio.timbre.ui.fx.Unfinished.Piece;
import studio.timbre.ui.fx.Work;

/**
 * The way out of a project: while something is under way in it that would be lost, it is asked about first. What ends within a moment is
 * waited for without a word.
 */
public final class Leaving {

  /** Why the project is left. */
  public enum Goal {
    /** For another one. */
    OPEN,
    /** For the welcome. */
    CLOSE,
    /** With the window. */
    QUIT
  }

  /**
   * A question that stands.
   *
   * @param pieces what is under way
   * @param waits whether it is to be finished, and the project left then
   */
  public record Question(Goal goal, List<Piece> pieces, boolean waits) {}

  /** Somebody who wants to leave. */
  private record Wish(Goal goal, Runnable then) {}

  private static final Duration MOMENT = Duration.ofMillis(500);

  private final Work.Lane patience;
  private final ReadOnlyObjectWrapper<Optional<Question>> question =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Supplier<Optional<Unfinished>> work = Optional::empty;
  private Optional<Wish> wish = Optional.empty();
  private Subscription watching = () -> {};

  Leaving(Work work) {
    this.patience = work.lane();
  }

  /** @param now what is under way in the open project, asked each time */
  void of(Supplier<Optional<Unfinished>> now) {
    work = now;
  }

  /** What is to be answered, if anything. */
  public ReadOnlyObjectProperty<Optional<Question>> question() {
    return question.getReadOnlyProperty();
  }

  /** Whether nothing would be lost now. */
  public boolean isFree() {
    return pieces().isEmpty();
  }

  private List<Piece> pieces() {
    return work.get().map(unfinished -> List.copyOf(unfinished.pieces())).orElse(List.of());
  }

  /** Does it at once where nothing would be lost; asks otherwise. */
  public void leave(Goal goal, Runnable then) {
    stay();
    if (isFree()) {
      then.run();
      return;
    }
    wish = Optional.of(new Wish(goal, then));
    watching = watch();
    patience
        .run(() -> true)
        .after(MOMENT)
        .onSuccess(late -> ask(goal))
        .onFailure(problem -> ask(goal));
  }

  private void ask(Goal goal) {
    if (question.get().isEmpty()) {
      question.set(Optional.of(new Question(goal, pieces(), false)));
    }
  }

  private Subscription watch() {
    return work.get()
        .map(unfinished -> unfinished.pieces().subscribe(this::moved))
        .orElse(Subscription.EMPTY);
  }

  /** One is over, or one more is under way. */
  private void moved() {
    var now = pieces();
    boolean goes = now.isEmpty() && question.get().map(Question::waits).orElse(true);
    if (goes) {
      wish.ifPresent(this::go);
    } else {
      question.set(question.get().map(asked -> new Question(asked.goal(), now, asked.waits())));
    }
  }

  private void go(Wish wanted) {
    stay();
    wanted.then().run();
  }

  /** Lets everything come to its end, and leaves then. */
  public void finish() {
    question.set(question.get().map(asked -> new Question(asked.goal(), asked.pieces(), true)));
    moved();
  }

  /** Stops everything, and leaves once it has stopped. */
  public void stop() {
    var stopped = pieces();
    finish();
    stopped.forEach(piece -> piece.stop().run());
  }

  /** Goes on as if nobody had wanted to leave. */
  public void stay() {
    patience.forget();
    watching.unsubscribe();
    watching = () -> {};
    wish = Optional.empty();
    question.set(Optional.empty());
  }

  /** Does it once nothing is under way, without a question. */
  public void whenFree(Runnable then) {
    if (isFree()) {
      then.run();
      return;
    }
    var once = new Subscription[] {Subscription.EMPTY};
    once[0] =
        work.get()
            .map(
                unfinished ->
                    unfinished
                        .pieces()
                        .subscribe(
                            () -> {
                              if (unfinished.pieces().isEmpty()) {
                                once[0].unsubscribe();
                                then.run();
                              }
                            }))
            .orElse(Subscription.EMPTY);
  }
}
