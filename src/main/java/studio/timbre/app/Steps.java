package studio.timbre.app;

import java.util.concurrent.CancellationException;
import studio.timbre.model.Progress;

/** Counts along in an act, and ends it when it is cancelled. */
public final class Steps {
  private static final int REPORT_EVERY = 200;

  private final Progress progress;
  private final long total;
  private long done;

  /** @param total how many there will be */
  public Steps(Progress progress, long total) {
    this.progress = progress;
    this.total = total;
    progress.report(0, total);
  }

  /**
   * One more.
   *
   * @throws CancellationException when somebody asked for an end
   */
  public void done() {
    done++;
    if (progress.isCancelled()) {
      throw new CancellationException();
    }
    if (done % REPORT_EVERY == 0 || done == total) {
      progress.report(done, total);
    }
  }
}
