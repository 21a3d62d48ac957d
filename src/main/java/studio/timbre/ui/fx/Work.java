package studio.timbre.ui.fx;

import java.util.ArrayDeque;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Platform;
import studio.timbre.model.Progress;

/**
 * Background work in one sentence that names its failure: {@code work.run(…).onSuccess(…).onFailure(…)}. The task runs on a
 * background thread, every handler on the JavaFX thread.
 */
public final class Work implements AutoCloseable {

  /** Long work that tells how far it is. */
  @FunctionalInterface
  public interface Tracked<T> {
    T call(Progress progress) throws Exception;
  }

  private static final Logger LOG = Logger.getLogger(Work.class.getName());

  private final Executor background;
  private final Runnable shutdown;
  private final Executor screen;

  /** With executors of one's own: {@code Runnable::run} twice makes everything happen at once. */
  public Work(Executor background, Executor screen) {
    this(background, () -> {}, screen);
  }

  private Work(Executor background, Runnable shutdown, Executor screen) {
    this.background = background;
    this.shutdown = shutdown;
    this.screen = screen;
  }

  public static Work inBackground() {
    var threads =
        Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("work-", 1).factory());
    return new Work(
        task -> executeUnlessClosed(threads, task), threads::shutdown, Platform::runLater);
  }

  /** What is asked for while the window closes is nobody's answer any more. */
  private static void executeUnlessClosed(ExecutorService threads, Runnable task) {
    try {
      threads.execute(task);
    } catch (RejectedExecutionException closed) {
      LOG.log(Level.FINE, "asked for too late", closed);
    }
  }

  public <T> Sentence<T> run(Callable<T> task) {
    return runTracked(progress -> task.call());
  }

  /** As {@link #run}, for work that reports progress and can be cancelled. */
  public <T> Sentence<T> runTracked(Tracked<T> task) {
    return new Sentence<>(background, screen, task, () -> () -> true);
  }

  /** A lane of questions of which only the newest answer counts: earlier ones are dropped. */
  public Lane lane() {
    return new Lane();
  }

  /** A queue of acts that are done one after the other, each with its answer. */
  public Queue queue() {
    return new Queue();
  }

  /** Turns many calls from any thread into few calls on the JavaFX thread: one is never queued behind another. */
  public Runnable gather(Runnable action) {
    var waiting = new AtomicBoolean();
    return () -> {
      if (waiting.compareAndSet(false, true)) {
        screen.execute(
            () -> {
              waiting.set(false);
              action.run();
            });
      }
    };
  }

  @Override
  public void close() {
    shutdown.run();
  }

  /** See {@link Work#lane}. */
  public final class Lane {
    private final AtomicLong newest = new AtomicLong();

    private Lane() {}

    public <T> Sentence<T> run(Callable<T> task) {
      return runTracked(progress -> task.call());
    }

    public <T> Sentence<T> runTracked(Tracked<T> task) {
      return new Sentence<>(
          background,
          screen,
          task,
          () -> {
            long ticket = newest.incrementAndGet();
            return () -> newest.get() == ticket;
          });
    }

    /** Drops whatever is under way. */
    public void forget() {
      newest.incrementAndGet();
    }
  }

  /** See {@link Work#queue}. */
  public final class Queue {
    private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();
    private boolean busy;

    private Queue() {}

    public <T> Sentence<T> run(Callable<T> task) {
      return runTracked(progress -> task.call());
    }

    public <T> Sentence<T> runTracked(Tracked<T> task) {
      return new Sentence<>(this::enqueue, screen, task, () -> () -> true);
    }

    private void enqueue(Runnable task) {
      synchronized (waiting) {
        waiting.add(task);
        if (busy) {
          return;
        }
        busy = true;
      }
      background.execute(this::drain);
    }

    /** Waits, at most ten seconds, until everything asked for so far is done. */
    public void finish(String tooLate) {
      var done = new CountDownLatch(1);
      enqueue(done::countDown);
      try {
        if (!done.await(10, TimeUnit.SECONDS)) {
          LOG.warning(tooLate);
        }
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
    }

    private void drain() {
      while (true) {
        Runnable next;
        synchronized (waiting) {
          if (waiting.isEmpty()) {
            busy = false;
            return;
          }
          next = waiting.remove();
        }
        next.run();
      }
    }
  }
}
