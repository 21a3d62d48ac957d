package studio.timbre.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import studio.timbre.app.ApiJobs;
import studio.timbre.app.Timbre;
import studio.timbre.model.ApiJob;
import studio.timbre.model.JobId;
import studio.timbre.model.RunState;

/** {@code timbre jobs cancel}: ends a job at its provider. */
@Command(
    name = "cancel",
    description = "Ends a job at its provider. What was trained until then is usually charged.")
final class JobsCancelCommand extends TimbreCommand {
  private static final long PATIENCE_MILLIS = 120_000;
  private static final long LOOK_MILLIS = 100;

  @Mixin private final NamedJob named = new NamedJob();

  JobsCancelCommand(Session session) {
    super(session);
  }

  @Override
  int run(Timbre timbre, Output output) throws Exception {
    try (var jobs = timbre.apiJobs()) {
      var job =
          named.in(jobs, session()).orElseThrow(() -> wrongUsage("There is no job " + named + "."));
      jobs.cancel(job);
      var end = awaitRest(jobs, job);
      output.object(
          new JsonFields()
              .with("job", end.id())
              .with("provider_job", end.standing().providerJob())
              .with("state", JobsListCommand.state(end)));
      output.say("%s: %s".formatted(end.id(), JobsListCommand.state(end)));
      if (end.state() == RunState.UNDECIDED) {
        output.remark(
            "It is not known yet whether the provider began the job. Should it have, it is cancelled at the next look.");
      } else if (!end.isOver()) {
        output.remark(
            "The provider has not ended the job yet. It was asked, or will be at the next look.");
      }
      return end.state() == RunState.CANCELLED ? 0 : TimbreCommandLine.FAILED;
    }
  }

  private static ApiJob awaitRest(ApiJobs jobs, JobId job) throws InterruptedException {
    long patience = System.currentTimeMillis() + PATIENCE_MILLIS;
    var now = jobs.job(job);
    while (now.state().isLive() && System.currentTimeMillis() < patience) {
      Thread.sleep(LOOK_MILLIS);
      now = jobs.job(job);
    }
    return now;
  }
}
