package studio.timbre.model;

/** The end of a thread that somebody waits for. */
public final class ThreadEnd {
  private ThreadEnd() {}

  /** Returns once it has ended. An interruption meanwhile is not lost: the waiting thread has it afterwards. */
  public static void await(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException _) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
