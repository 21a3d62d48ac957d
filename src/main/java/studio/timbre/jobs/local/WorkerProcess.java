package studio.timbre.jobs.local;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import studio.timbre.jobs.JobSpec;
import studio.timbre.train.RunControl;

/**
 * What every worker does around its work: it holds the folder's lock, hears what is asked of it, takes a polite end of the
 * process as a pause, and says how it ended.
 */
final class WorkerProcess {
  private static final Logger LOG = Logger.getLogger(WorkerProcess.class.getName());
  static final int DONE = 0;
  static final int FAILED = 1;
  static final int BUSY = 3;

  /** The longest that saving may hold up a process that was told to end. */
  private static final long FAREWELL_MINUTES = 5;

  /** The work itself. */
  @FunctionalInterface
  interface Work {
    void run(JobSpec.Local job, WorkerFolder folder, EventWriter events, Control control)
        throws Exception;
  }

  /** What is wanted of the work; asked often, so it must be cheap. */
  @FunctionalInterface
  interface Control {
    RunControl wanted() throws IOException;
  }

  private final WorkerFolder folder;
  private final CountDownLatch done = new CountDownLatch(1);
  private volatile boolean terminating;

  private WorkerProcess(WorkerFolder folder) {
    this.folder = folder;
  }

  /**
   * Does the work of the job in the folder.
   *
   * @return what the process should exit with
   */
  static int run(WorkerFolder folder, Work work) throws IOException, InterruptedException {
    var process = new WorkerProcess(folder);
    Runtime.getRuntime().addShutdownHook(new Thread(process::terminate, "terminate"));
    try {
      return process.hold(work);
    } finally {
      process.done.countDown();
    }
  }

  private int hold(Work work) throws IOException, InterruptedException {
    Optional<WorkerLock> lock = WorkerLock.hold(folder.lock());
    if (lock.isEmpty()) {
      LOG.warning("another worker works in " + folder.root());
      return BUSY;
    }
    try (var _ = lock.get();
        var events = new EventWriter(folder.events())) {
      var job = folder.readSpec();
      try {
        work.run(job, folder, events, this::wanted);
        events.force();
        return DONE;
      } catch (Exception | OutOfMemoryError | LinkageError e) {
        LOG.log(Level.SEVERE, "the work failed", e);
        events.append((sequence, time) -> WorkerFailures.event(job.id(), sequence, time, e));
        return FAILED;
      }
    }
  }

  private RunControl wanted() throws IOException {
    var request = folder.request();
    if (request.equals(Optional.of(WorkerFolder.Request.CANCEL))) {
      return RunControl.CANCEL;
    }
    return terminating || request.isPresent() ? RunControl.PAUSE : RunControl.CONTINUE;
  }

  /** A signal came, or the work is over: the process may end once all is saved. */
  private void terminate() {
    terminating = true;
    try {
      done.await(FAREWELL_MINUTES, TimeUnit.MINUTES);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
