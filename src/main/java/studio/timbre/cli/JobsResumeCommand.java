package studio.timbre.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import studio.timbre.model.ApiJob;
import studio.timbre.model.JobId;
import studio.timbre.model.RunState;

/** {@code timbre jobs resume}: lets a paused job go on, and one that was never sent begin. */
@Command(
    name = "resume",
    description = "Lets a paused job go on, and one that was never sent begin.")
final class JobsResumeCommand extends NamedJobCommand {
  @Mixin private final Agreement agreement = new Agreement();

  JobsResumeCommand(Session session) {
    super(session);
  }

  private static String question(ApiJob job) {
    var agreed = job.order().agreedUsd();
    return "Let %s go on? What it costs in all %s."
        .formatted(
            job.order().name(),
            agreed.isPresent()
                ? "was agreed on as %s at most".formatted(Numbers.dollars(agreed.getAsDouble()))
                : "is not known");
  }

  @Override
  int run(ProjectJobs.Open open, JobId job, Output output) throws Exception {
    var jobs = open.jobs();
    if (!open.hasBudget() && !jobs.job(job).isOver()) {
      agreement.ask(session(), question(jobs.job(job)));
    }
    jobs.resume(job);
    var now = new RestingJob(jobs, job).await(state -> state != RunState.QUEUED);
    RestingJob.tell(now, output);
    if (now.state() == RunState.UNDECIDED) {
      WatchedJob.tellUndecided(output, now);
    }
    return now.state() == RunState.RUNNING || now.state() == RunState.FINISHED
        ? 0
        : TimbreCommandLine.FAILED;
  }
}
