package studio.timbre.jobs;

import java.time.Duration;

/** Waiting for background threads of this package. */
public final class Threads {
  private Threads() {}

  /** Waits a little for a thread that was asked to end; a thread that asks for its own end goes on. */
  public static void join(Thread thread) {
    if (thread == Thread.currentThread()) {
      return;
    }
    try {
      thread.join(Duration.ofSeconds(5));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
