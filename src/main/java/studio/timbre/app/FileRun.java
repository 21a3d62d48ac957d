package studio.timbre.app;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import studio.timbre.jobs.JobHandle;
import studio.timbre.model.RunState;

/** A training of files under way. */
public final class FileRun implements AutoCloseable {
  private static final long FAREWELL_SECONDS = 120;

  private final JobHandle handle;
  private final CountDownLatch closed = new CountDownLatch(1);

  FileRun(JobHandle handle) {
    this.handle = handle;
  }

  /**
   * From now on an end of this program asked for by the person (Ctrl+C) lets the training save a checkpoint and stop, and waits for
   * that.
   */
  public void pauseWithProgram() {
    Runtime.getRuntime().addShutdownHook(new Thread(this::pauseAndWait, "pause"));
  }

  private void pauseAndWait() {
    if (handle.outcome().isDone()) {
      return;
    }
    handle.pause();
    try {
      handle.outcome().get(FAREWELL_SECONDS, TimeUnit.SECONDS);
      // Time for a last word of whoever waits for the end.
      closed.await(2, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException _) {
      // The folder tells the rest.
    }
  }

  /** Waits for the end, however it comes. */
  public RunState await() throws InterruptedException {
    try {
      return handle.outcome().get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the training cannot be followed any more", e.getCause());
    }
  }

  /** Ends the listening. */
  @Override
  public void close() {
    closed.countDown();
    handle.close();
  }
}
