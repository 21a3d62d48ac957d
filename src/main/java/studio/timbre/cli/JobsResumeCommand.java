package studio.timbre.cli;

import picocli.CommandLine.Command;
import studio.timbre.app.ApiJobs;
import studio.timbre.model.JobId;
import studio.timbre.model.RunState;

/** {@code timbre jobs resume}: lets a paused job go on, and one that was never sent begin. */
@Command(
    name = "resume",
    description = "Lets a paused job go on, and one that was never sent begin.")
final class JobsResumeCommand extends NamedJobCommand {
  JobsResumeCommand(Session session) {
    super(session);
  }

  @Override
  int run(ApiJobs jobs, JobId job, Output output) throws Exception {
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
