package studio.timbre.cli;

import picocli.CommandLine.Command;
import studio.timbre.model.JobId;
import studio.timbre.model.RunState;

/** {@code timbre jobs pause}: lets a job rest at its provider. */
@Command(
    name = "pause",
    description =
        "Lets a job rest at its provider, where that is offered. What was trained is kept there.")
final class JobsPauseCommand extends NamedJobCommand {
  JobsPauseCommand(Session session) {
    super(session);
  }

  @Override
  int run(ProjectJobs.Open open, JobId job, Output output) throws Exception {
    var jobs = open.jobs();
    jobs.pause(job);
    var now = new RestingJob(jobs, job).await(state -> !state.isLive());
    RestingJob.tell(now, output);
    if (now.state().isLive()) {
      output.remark(
          "The provider has not paused the job yet, and some do not offer it. It was asked; see what it says with: timbre jobs watch "
              + job
              + again());
    }
    return now.state() == RunState.PAUSED ? 0 : TimbreCommandLine.FAILED;
  }
}
