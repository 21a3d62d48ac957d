package studio.timbre.cli;

import java.util.function.Predicate;
import studio.timbre.app.ApiJobs;
import studio.timbre.model.ApiJob;
import studio.timbre.model.JobId;
import studio.timbre.model.RunState;

/** A job that was asked for another state: waits for it, and says which it is. */
final class RestingJob {
  private static final long PATIENCE_MILLIS = 120_000;
  private static final long LOOK_MILLIS = 100;

  private final ApiJobs jobs;
  private final JobId job;

  RestingJob(ApiJobs jobs, JobId job) {
    this.jobs = jobs;
    this.job = job;
  }

  /** The job once it has come to such a state, or after two minutes as it is then. */
  ApiJob await(Predicate<RunState> reached) throws InterruptedException {
    long patience = System.currentTimeMillis() + PATIENCE_MILLIS;
    var now = jobs.job(job);
    while (!reached.test(now.state()) && System.currentTimeMillis() < patience) {
      Thread.sleep(LOOK_MILLIS);
      now = jobs.job(job);
    }
    return now;
  }

  static void tell(ApiJob now, Output output) {
    output.object(
        new JsonFields()
            .with("job", now.id())
            .with("provider_job", now.standing().providerJob())
            .with("state", JobsListCommand.state(now)));
    output.say("%s: %s".formatted(now.id(), JobsListCommand.state(now)));
  }
}
