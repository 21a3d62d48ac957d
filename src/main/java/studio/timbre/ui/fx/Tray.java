package studio.timbre.ui.fx;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/** Where producers lay down what the screen should know: taken out all at once on the JavaFX thread, however fast it comes. */
public final class Tray<T> {
  private final Queue<T> waiting = new ConcurrentLinkedQueue<>();
  private final Consumer<List<T>> taker;
  private final Runnable wake;
  private volatile boolean closed;

  /** @param taker called on the JavaFX thread with what came since the last time, in order, never with nothing */
  public Tray(Work work, Consumer<List<T>> taker) {
    this.taker = taker;
    this.wake = work.gather(this::drain);
  }

  /** From any thread. */
  public void put(T thing) {
    if (!closed) {
      waiting.add(thing);
      wake.run();
    }
  }

  /** What still comes, or lies here, is dropped. */
  public void close() {
    closed = true;
    waiting.clear();
  }

  private void drain() {
    var taken = new ArrayList<T>();
    for (T next = waiting.poll(); next != null; next = waiting.poll()) {
      taken.add(next);
    }
    if (!closed && !taken.isEmpty()) {
      taker.accept(taken);
    }
  }
}
