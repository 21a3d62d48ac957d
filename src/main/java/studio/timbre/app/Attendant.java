package studio.timbre.app;

import java.time.Duration;
import studio.timbre.jobs.Threads;

/**
 * Goes round the jobs of a project in the background: at once, whenever somebody begins to watch again, and now and then, as a job
 * of which it is not known whether it began may be found later.
 */
final class Attendant implements AutoCloseable {
  private static final Duration ROUND = Duration.ofMinutes(5);

  private final Watchfulness watchfulness;
  private final Runnable round;
  private final Thread thread;

  Attendant(Watchfulness watchfulness, Runnable round) {
    this.watchfulness = watchfulness;
    this.round = round;
    this.thread = Thread.ofPlatform().daemon().name("attendant").unstarted(this::run);
    thread.start();
  }

  private void run() {
    try {
      while (!Thread.interrupted()) {
        round.run();
        watchfulness.awaitNextRound(ROUND);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    thread.interrupt();
    Threads.join(thread);
  }
}
