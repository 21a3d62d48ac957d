package studio.timbre.cli;

import picocli.CommandLine.Command;
import studio.timbre.model.JobId;
import studio.timbre.model.RunState;

/** {@code timbre jobs cancel}: ends a job at its provider. */
@Command(
    name = "cancel",
    description = "Ends a job at its provider. What was trained until then is usually charged.")
final class JobsCancelCommand extends NamedJobCommand {
  JobsCancelCommand(Session session) {
    super(session);
  }

  @Override
  int run(ProjectJobs.Open open, JobId job, Output output) throws Exception {
    var jobs = open.jobs();
    jobs.cancel(job);
    var end = new RestingJob(jobs, job).await(state -> !state.isLive());
    RestingJob.tell(end, output);
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
