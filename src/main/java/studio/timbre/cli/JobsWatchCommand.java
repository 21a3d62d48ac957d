package studio.timbre.cli;

import picocli.CommandLine.Command;
import studio.timbre.model.JobId;

/** {@code timbre jobs watch}: what happened in a job, and what happens. */
@Command(
    name = "watch",
    description = "Tells what happened in a job and what happens, until it is over.",
    footer = {"", "Ctrl+C ends the watching; the job goes on at the provider."})
final class JobsWatchCommand extends NamedJobCommand {
  JobsWatchCommand(Session session) {
    super(session);
  }

  @Override
  int run(ProjectJobs.Open open, JobId job, Output output) throws Exception {
    return new WatchedJob(open.jobs(), job, output).watch();
  }
}
