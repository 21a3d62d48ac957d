package studio.timbre.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import studio.timbre.app.Timbre;
import studio.timbre.model.RunState;

/** {@code timbre jobs resume}: lets a paused job go on, and one that was never sent begin. */
@Command(
    name = "resume",
    description = "Lets a paused job go on, and one that was never sent begin.")
final class JobsResumeCommand extends TimbreCommand {
  @Mixin private final NamedJob named = new NamedJob();

  JobsResumeCommand(Session session) {
    super(session);
  }

  @Override
  int run(Timbre timbre, Output output) throws Exception {
    try (var jobs = timbre.apiJobs()) {
      var job =
          named
              .in(jobs, timbre, session())
              .orElseThrow(() -> wrongUsage("There is no job " + named + "."));
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
}
