package studio.timbre.app;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import studio.timbre.jobs.JobHandle;
import studio.timbre.model.RunState;

/** A training of files under way. */
public final class FileRun implements AutoCloseable {
  private static final long FAREWELL_SECONDS = 120;

  private final JobHandle handle;

  FileRun(JobHandle handle) {
    this.handle = handle;
  }

  /** Waits for the end, however it comes. */
  public RunState await() throws InterruptedException {
    try {
      return handle.outcome().get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the training cannot be followed any more", e.getCause());
    }
  }

  /** Lets the training save a checkpoint and stop, and waits for that. */
  public void pauseAndAwait() {
    if (handle.outcome().isDone()) {
      return;
    }
    handle.pause();
    try {
      handle.outcome().get(FAREWELL_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException _) {
      // The folder tells the rest.
    }
  }

  /** Ends the listening. */
  @Override
  public void close() {
    handle.close();
  }
}
