package studio.timbre.app;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Work of the background that begins after a while without another call, on a thread that is let go when nothing is asked for. */
final class QuietWork implements AutoCloseable {
  private final String name;
  private final Duration quiet;
  private final Runnable work;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition asked = lock.newCondition();
  private @Nullable Thread worker;
  private boolean again;
  private volatile boolean closed;

  /**
   * @param name of the thread
   * @param quiet how long nobody must have called
   * @param work goes on while {@link #isOpen}
   */
  QuietWork(String name, Duration quiet, Runnable work) {
    this.name = name;
    this.quiet = quiet;
    this.work = work;
  }

  boolean isOpen() {
    return !closed;
  }

  /** Asks for the work. */
  void start() {
    lock.lock();
    try {
      again = true;
      asked.signalAll();
      if (worker == null && !closed) {
        worker = Thread.ofPlatform().daemon().name(name).start(this::run);
      }
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    try {
      while (awaitQuiet()) {
        work.run();
      }
    } catch (RuntimeException | OutOfMemoryError e) {
      // What it derives stays behind; the next call is tried anew, and what filled the memory is
      // let go by then. At the end it is broken off.
      System.getLogger(QuietWork.class.getName())
          .log(
              closed ? System.Logger.Level.DEBUG : System.Logger.Level.WARNING,
              name + ": not done",
              e);
      lock.lock();
      try {
        worker = null;
      } finally {
        lock.unlock();
      }
    }
  }

  /** Answers false, and lets the thread go, where nothing is asked for. */
  private boolean awaitQuiet() {
    lock.lock();
    try {
      while (again && !closed) {
        again = false;
        long left = quiet.toNanos();
        while (left > 0 && !again && !closed) {
          left = asked.awaitNanos(left);
        }
        if (!again && !closed) {
          return true;
        }
      }
      worker = null;
      return false;
    } catch (InterruptedException _) {
      worker = null;
      return false;
    } finally {
      lock.unlock();
    }
  }

  /** Begins nothing more; what is under way ends soon. */
  void stop() {
    lock.lock();
    try {
      closed = true;
      asked.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Returns once the background is quiet. */
  @Override
  public void close() {
    stop();
    Thread running;
    lock.lock();
    try {
      running = worker;
    } finally {
      lock.unlock();
    }
    if (running != null && running != Thread.currentThread()) {
      try {
        running.join(TimeUnit.SECONDS.toMillis(30));
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
