package studio.timbre.app;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import studio.timbre.model.ThreadEnd;
import studio.timbre.store.ProjectFile;
import studio.timbre.store.TokenCounts;
import studio.timbre.store.TokenCounts.Counted;
import studio.timbre.tokens.ConversationCounter;

/** Keeps the token counts of a project up to date in the background: what many changes have left without. */
final class Counting implements AutoCloseable {
  private static final int BATCH = 250;
  private static final long TELL_EVERY_NANOS = 500_000_000;

  private final ProjectFile project;
  private final TokenCounts counts;
  private final Runnable moved;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile ConversationCounter counter;
  private volatile boolean closed;
  private boolean again;
  private @Nullable Thread worker;

  /**
   * @param moved called after every batch that was counted in the background
   */
  Counting(ProjectFile project, ConversationCounter counter, Runnable moved) {
    this.project = project;
    this.counts = project.tokenCounts();
    this.counter = counter;
    this.moved = moved;
    project.countSmallActs(counter.name(), counter::count);
  }

  ConversationCounter counter() {
    return counter;
  }

  void use(ConversationCounter newCounter) {
    counter = newCounter;
    project.countSmallActs(newCounter.name(), newCounter::count);
    start();
  }

  /** Sees to so many conversations that have just changed, or come back; of few the act has brought the counts. */
  void changed(int conversations) {
    if (conversations > TokenCounts.AT_ONCE) {
      start();
    }
  }

  /** Counts everything that has no count, in the background. */
  void start() {
    lock.lock();
    try {
      again = true;
      if (worker == null && !closed) {
        worker = Thread.ofPlatform().daemon().name("counting").start(this::run);
      }
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    try {
      while (goOn()) {
        sweep(counter);
      }
    } catch (RuntimeException e) {
      // The figures stay behind; the next edit tells the person what is wrong with the file, and
      // counting is tried again.
      System.getLogger(Counting.class.getName())
          .log(
              closed ? System.Logger.Level.DEBUG : System.Logger.Level.WARNING,
              "counting stopped",
              e);
      lock.lock();
      try {
        worker = null;
      } finally {
        lock.unlock();
      }
    }
  }

  /**
   * Counts all that has no count, from the first number to the last; ends where another way of counting is chosen. While one batch is
   * written, the next is read and counted.
   */
  private void sweep(ConversationCounter current) {
    boolean untold = false;
    long told = System.nanoTime();
    try (var ahead =
        Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("counting-ahead").factory())) {
      var batch = counted(current, Long.MIN_VALUE);
      while (!batch.isEmpty() && !closed && current == counter) {
        long last = batch.getLast().of().id();
        var next = CompletableFuture.supplyAsync(() -> counted(current, last), ahead);
        try {
          counts.put(current.name(), batch);
        } finally {
          batch = next.join();
        }
        untold = System.nanoTime() - told < TELL_EVERY_NANOS;
        if (!untold) {
          moved.run();
          told = System.nanoTime();
        }
      }
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
    if (untold) {
      moved.run();
    }
  }

  /** The next batch above a number, counted; as much of it as there was time for before the end. */
  private List<Counted> counted(ConversationCounter current, long above) {
    return counts.uncounted(current.name(), above, BATCH).stream()
        .takeWhile(_ -> !closed)
        .map(uncounted -> new Counted(uncounted, current.count(uncounted.conversation())))
        .toList();
  }

  private boolean goOn() {
    lock.lock();
    try {
      boolean more = again && !closed;
      again = false;
      if (!more) {
        worker = null;
      }
      return more;
    } finally {
      lock.unlock();
    }
  }

  /** Counts nothing more. */
  void stop() {
    closed = true;
  }

  /** Returns once the background is quiet. */
  @Override
  public void close() {
    Thread running;
    lock.lock();
    try {
      closed = true;
      running = worker;
    } finally {
      lock.unlock();
    }
    if (running != null && running != Thread.currentThread()) {
      ThreadEnd.await(running);
    }
  }
}
