package studio.timbre.cli;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import studio.timbre.app.ProgramEnd;
import studio.timbre.app.Runs;
import studio.timbre.model.JobEvent;
import studio.timbre.model.JobId;
import studio.timbre.model.RunSummary;

/** Follows a project's run in the terminal to its end. */
final class FollowedRun {
  private static final long FAREWELL_MILLIS = 120_000;
  private static final long LOOK_MILLIS = 200;

  private final Runs runs;
  private final JobId run;
  private final Output output;
  private final BlockingQueue<JobEvent> events = new LinkedBlockingQueue<>();

  FollowedRun(Runs runs, JobId run, Output output) {
    this.runs = runs;
    this.run = run;
    this.output = output;
  }

  /** Tells what happens until nothing more will; an end of this program by the person pauses the run. */
  RunSummary await() throws InterruptedException {
    var report = new TrainingReport(output);
    try (var _ = runs.follow(run, events::add);
        var _ = ProgramEnd.with(this::pauseAndAwait)) {
      while (true) {
        var event = events.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        if (event != null) {
          report.take(event);
        } else if (!runs.summary(run).state().isLive()) {
          break;
        }
      }
      var end = runs.summary(run);
      report.end(end.state(), "The same command goes on from the last checkpoint.");
      return end;
    }
  }

  private void pauseAndAwait() {
    runs.pause(run);
    long patience = System.currentTimeMillis() + FAREWELL_MILLIS;
    try {
      while (runs.summary(run).state().isLive() && System.currentTimeMillis() < patience) {
        Thread.sleep(LOOK_MILLIS);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
