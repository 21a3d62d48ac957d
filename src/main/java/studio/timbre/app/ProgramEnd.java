package studio.timbre.app;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Something to be put in order when the person ends this program (Ctrl+C, a closed terminal), and time for the program's own last
 * words after it. Closing it says that they are said.
 */
public final class ProgramEnd implements AutoCloseable {
  private static final long LAST_WORDS_SECONDS = 2;

  private final CountDownLatch closed = new CountDownLatch(1);

  private ProgramEnd() {}

  /**
   * @param order returns once all is in order; not called when the program ends after {@link #close}
   */
  public static ProgramEnd with(Runnable order) {
    var end = new ProgramEnd();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end.run(order), "program-end"));
    return end;
  }

  private void run(Runnable order) {
    if (closed.getCount() == 0) {
      return;
    }
    order.run();
    try {
      closed.await(LAST_WORDS_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
