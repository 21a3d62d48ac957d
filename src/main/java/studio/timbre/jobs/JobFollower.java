package studio.timbre.jobs;

import java.util.function.Consumer;
import studio.timbre.model.JobEvent;
import studio.timbre.model.JobId;

/**
 * Hands one job's stream to one listener: first what the log keeps, then what comes. It reads from the log alone, so that
 * a slow listener holds up nobody, misses nothing and sees the order of the log.
 */
final class JobFollower implements AutoCloseable {
  private final JobId job;
  private final JobLog log;
  private final Consumer<JobEvent> listener;
  private final Thread thread;
  private boolean news = true;
  private boolean closed;

  JobFollower(JobId job, JobLog log, Consumer<JobEvent> listener) {
    this.job = job;
    this.log = log;
    this.listener = listener;
    thread = Thread.ofPlatform().daemon().name("follow-" + job).unstarted(this::run);
    thread.start();
  }

  JobId job() {
    return job;
  }

  synchronized void wake() {
    news = true;
    notifyAll();
  }

  /** The log may be closed after this: nothing reads it any more. */
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      notifyAll();
    }
    Threads.join(thread);
  }

  private void run() {
    long seen = 0;
    while (awaitNews()) {
      for (var event : log.after(job, seen)) {
        if (isClosed()) {
          return;
        }
        seen = event.sequence();
        listener.accept(event);
      }
    }
  }

  private synchronized boolean awaitNews() {
    try {
      while (!news && !closed) {
        wait();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
    news = false;
    return !closed;
  }

  private synchronized boolean isClosed() {
    return closed;
  }
}
