package studio.timbre.ui.fx;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import studio.timbre.model.Progress;

/**
 * A piece of background work being described; {@link #onFailure} ends the sentence and starts it, so that no work is without an
 * answer to its failure. Made by {@link Work}.
 */
public final class Sentence<T> {

  /** Told how far the work is; {@code total} is -1 where that is not known. */
  @FunctionalInterface
  public interface ProgressListener {
    void at(long done, long total);
  }

  /** Work under way. */
  @FunctionalInterface
  public interface Running {
    /** Asks it to stop; of the handlers only {@code onEnd} is still called. */
    void cancel();
  }

  private final Executor background;
  private final Executor screen;
  private final Work.Tracked<T> task;
  private final Supplier<BooleanSupplier> ticket;
  private Duration delay = Duration.ZERO;
  private Consumer<? super T> success = answer -> {};
  private ProgressListener listener = (done, total) -> {};
  private Runnable end = () -> {};

  Sentence(
      Executor background,
      Executor screen,
      Work.Tracked<T> task,
      Supplier<BooleanSupplier> ticket) {
    this.background = background;
    this.screen = screen;
    this.task = task;
    this.ticket = ticket;
  }

  /** Waits first; on a lane, work that is overtaken meanwhile never begins. */
  public Sentence<T> after(Duration pause) {
    delay = pause;
    return this;
  }

  public Sentence<T> onProgress(ProgressListener handler) {
    listener = handler;
    return this;
  }

  public Sentence<T> onSuccess(Consumer<? super T> handler) {
    success = handler;
    return this;
  }

  /** Called last in every case, also after a cancel and for a dropped answer; several are called in turn. */
  public Sentence<T> onEnd(Runnable handler) {
    var before = end;
    end =
        () -> {
          before.run();
          handler.run();
        };
    return this;
  }

  /** Names the answer to a failure and starts the work. */
  public Running onFailure(Consumer<? super Exception> failure) {
    var cancelled = new AtomicBoolean();
    BooleanSupplier newest = ticket.get();
    BooleanSupplier wanted = () -> !cancelled.get() && newest.getAsBoolean();
    background.execute(() -> work(wanted, cancelled, failure));
    return () -> cancelled.set(true);
  }

  private void work(
      BooleanSupplier wanted, AtomicBoolean cancelled, Consumer<? super Exception> failure) {
    try {
      if (!delay.isZero()) {
        Thread.sleep(delay);
      }
      if (!wanted.getAsBoolean()) {
        screen.execute(end);
        return;
      }
      T answer = task.call(new ScreenProgress(wanted, cancelled));
      answer(wanted, () -> success.accept(answer));
    } catch (Exception problem) {
      answer(wanted, () -> failure.accept(problem));
    }
  }

  private void answer(BooleanSupplier wanted, Runnable handler) {
    screen.execute(
        () -> {
          if (wanted.getAsBoolean()) {
            handler.run();
          }
          end.run();
        });
  }

  /** Passes on the newest figures, one call at a time, however often the work reports. */
  private final class ScreenProgress implements Progress {
    private final BooleanSupplier wanted;
    private final AtomicBoolean cancelled;
    private final AtomicBoolean waiting = new AtomicBoolean();
    private volatile long done;
    private volatile long total;

    ScreenProgress(BooleanSupplier wanted, AtomicBoolean cancelled) {
      this.wanted = wanted;
      this.cancelled = cancelled;
    }

    @Override
    public void report(long newDone, long newTotal) {
      done = newDone;
      total = newTotal;
      if (waiting.compareAndSet(false, true)) {
        screen.execute(
            () -> {
              waiting.set(false);
              if (wanted.getAsBoolean()) {
                listener.at(done, total);
              }
            });
      }
    }

    @Override
    public boolean isCancelled() {
      return cancelled.get() || !wanted.getAsBoolean();
    }
  }
}
