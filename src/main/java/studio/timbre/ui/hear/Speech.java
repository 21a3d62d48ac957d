package studio.timbre.ui.hear;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import studio.timbre.app.Bill;
import studio.timbre.app.Hearing;
import studio.timbre.model.UserFacingException;
import studio.timbre.ui.fx.Tray;
import studio.timbre.ui.fx.Work;

/** One voice's answer while it comes, and after. Its properties change on the JavaFX thread, at most once a frame. */
final class Speech {

  /** Where it stands. */
  sealed interface State {
    /** The voice is being loaded, or reads the question. */
    record Loading() implements State {}

    /** @param tokens so far */
    record Speaking(int tokens) implements State {}

    /**
     * @param stopped true where the person stopped it
     */
    record Done(int tokens, double seconds, boolean stopped) implements State {}

    record Failed(Exception reason) implements State {}
  }

  private sealed interface Heard {
    record Piece(String text, int tokens) implements Heard {}

    record End(int tokens, double seconds) implements Heard {}

    record Price(Bill bill) implements Heard {}

    record Failure(UserFacingException reason) implements Heard {}
  }

  private final VoiceChoice voice;
  private final Tray<Heard> tray;
  private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(new State.Loading());
  private final ReadOnlyObjectWrapper<Optional<Bill>> bill =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private Optional<Hearing.Answer> answer = Optional.empty();
  private boolean stopped;
  private int tokens;

  /** @param voice who speaks */
  Speech(VoiceChoice voice, Work work) {
    this.voice = voice;
    this.tray = new Tray<>(work, this::take);
  }

  VoiceChoice voice() {
    return voice;
  }

  ReadOnlyStringProperty text() {
    return text.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<State> state() {
    return state.getReadOnlyProperty();
  }

  /** What a provider takes for it; empty until then, and for voices on this computer. */
  ReadOnlyObjectProperty<Optional<Bill>> bill() {
    return bill.getReadOnlyProperty();
  }

  boolean isUnderWay() {
    return state.get() instanceof State.Loading || state.get() instanceof State.Speaking;
  }

  /** Ends it early; what was said stays. */
  void stop() {
    stopped = true;
    answer.ifPresent(Hearing.Answer::stop);
  }

  /** Where a voice that speaks on another thread lays down its words. */
  Hearing.Listener listener() {
    return new Hearing.Listener() {
      @Override
      public void said(String piece, int tokensSoFar) {
        tray.put(new Heard.Piece(piece, tokensSoFar));
      }

      @Override
      public void billed(Bill what) {
        tray.put(new Heard.Price(what));
      }

      @Override
      public void finished(int tokens, double seconds) {
        tray.put(new Heard.End(tokens, seconds));
      }

      @Override
      public void failed(UserFacingException reason) {
        tray.put(new Heard.Failure(reason));
      }
    };
  }

  /** The answer is under way and can be stopped now. */
  void begun(Hearing.Answer running) {
    answer = Optional.of(running);
    if (stopped) {
      running.stop();
    }
  }

  void failed(Exception reason) {
    state.set(new State.Failed(reason));
  }

  private void take(List<Heard> heard) {
    var more = new StringBuilder();
    Optional<State> end = Optional.empty();
    for (var event : heard) {
      switch (event) {
        case Heard.Piece piece -> {
          more.append(piece.text());
          tokens = piece.tokens();
        }
        case Heard.Price price -> bill.set(Optional.of(price.bill()));
        case Heard.End done ->
            end = Optional.of(new State.Done(done.tokens(), done.seconds(), stopped));
        case Heard.Failure failure -> end = Optional.of(new State.Failed(failure.reason()));
      }
    }
    if (!more.isEmpty()) {
      text.set(text.get() + more);
    }
    state.set(end.orElseGet(() -> new State.Speaking(tokens)));
  }
}
