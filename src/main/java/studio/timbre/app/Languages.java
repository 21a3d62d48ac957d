package studio.timbre.app;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import studio.timbre.checks.CommonWords;
import studio.timbre.dataset.TextLanguage;
import studio.timbre.store.Traits;
import studio.timbre.store.Traits.Seen;

/** Tells the languages of conversations in the background, while nobody changes any. */
final class Languages implements AutoCloseable {
  private static final int BATCH = 250;
  private static final Duration QUIET = Duration.ofMillis(700);
  private static final long TELL_EVERY_NANOS = Duration.ofSeconds(3).toNanos();

  private final Traits traits;
  private final Runnable moved;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition asked = lock.newCondition();
  private @Nullable Thread worker;
  private boolean again;
  private volatile boolean closed;

  /**
   * @param moved called when languages have come
   */
  Languages(Traits traits, Runnable moved) {
    this.traits = traits;
    this.moved = moved;
  }

  /** Looks at what nobody has looked at, after a while without another call. */
  void start() {
    lock.lock();
    try {
      again = true;
      asked.signalAll();
      if (worker == null && !closed) {
        worker = Thread.ofPlatform().daemon().name("languages").start(this::run);
      }
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    try {
      while (awaitQuiet()) {
        lookAtAll();
      }
    } catch (RuntimeException e) {
      // The filter stays behind; the next change is tried anew.
      System.getLogger(Languages.class.getName())
          .log(System.Logger.Level.WARNING, "languages are not told any more", e);
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
        long left = QUIET.toNanos();
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

  private void lookAtAll() {
    var batch = traits.unlooked(BATCH);
    if (batch.isEmpty()) {
      return;
    }
    var language = new TextLanguage();
    long told = System.nanoTime();
    while (!batch.isEmpty() && !closed) {
      traits.put(
          batch.stream()
              .takeWhile(_ -> !closed)
              .map(one -> new Seen(one, language.of(one.conversation(), CommonWords::languageOf)))
              .toList());
      if (System.nanoTime() - told > TELL_EVERY_NANOS) {
        moved.run();
        told = System.nanoTime();
      }
      batch = closed ? batch : traits.unlooked(BATCH);
    }
    if (!closed) {
      moved.run();
    }
  }

  /** Returns once the background is quiet. */
  @Override
  public void close() {
    Thread running;
    lock.lock();
    try {
      closed = true;
      asked.signalAll();
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
