package studio.timbre.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import studio.timbre.app.Timbre;

/** {@code timbre jobs watch}: what happened in a job, and what happens. */
@Command(
    name = "watch",
    description = "Tells what happened in a job and what happens, until it is over.",
    footer = {"", "Ctrl+C ends the watching; the job goes on at the provider."})
final class JobsWatchCommand extends TimbreCommand {
  @Parameters(paramLabel = "ID", description = "The job, as jobs list names it.")
  private String id;

  @Mixin private final JobKeys keys = new JobKeys();

  JobsWatchCommand(Session session) {
    super(session);
  }

  @Override
  int run(Timbre timbre, Output output) throws Exception {
    try (var jobs = timbre.apiJobs()) {
      var job =
          keys.job(jobs, id, session())
              .orElseThrow(() -> wrongUsage("There is no job " + id + "."));
      return new WatchedJob(jobs, job.id(), output).watch();
    }
  }
}
