package studio.timbre.ui.voice;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import studio.timbre.app.Voice;
import studio.timbre.model.voice.VoiceLesson;
import studio.timbre.ui.fx.Sentence.Running;
import studio.timbre.ui.fx.Work;

/** Learns rules from approved answers when somebody asks, and keeps what it learned until it is put away. */
final class Learning implements AutoCloseable {
  /** What became of it. */
  sealed interface State {
    record Idle() implements State {}

    /** @param total 0 until it is known */
    record Reading(long done, long total) implements State {}

    record Learned(VoiceLesson lesson) implements State {}
  }

  private final Voice voice;
  private final Work work;
  private final Consumer<? super Exception> failure;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Idle());
  private Optional<Running> learner = Optional.empty();

  Learning(Voice voice, Work work, Consumer<? super Exception> failure) {
    this.voice = voice;
    this.work = work;
    this.failure = failure;
  }

  ReadOnlyObjectProperty<State> state() {
    return state.getReadOnlyProperty();
  }

  void begin() {
    state.set(new State.Reading(0, 0));
    learner =
        Optional.of(
            work.runTracked(voice::learn)
                .onProgress((done, total) -> state.set(new State.Reading(done, total)))
                .onSuccess(lesson -> state.set(new State.Learned(lesson)))
                .onFailure(
                    problem -> {
                      state.set(new State.Idle());
                      failure.accept(problem);
                    }));
  }

  /** Ends learning, or puts away what was learned. */
  void putAway() {
    close();
    state.set(new State.Idle());
  }

  @Override
  public void close() {
    learner.ifPresent(Running::cancel);
  }
}
