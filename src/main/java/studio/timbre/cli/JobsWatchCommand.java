package studio.timbre.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import studio.timbre.app.Timbre;

/** {@code timbre jobs watch}: what happened in a job, and what happens. */
@Command(
    name = "watch",
    description = "Tells what happened in a job and what happens, until it is over.",
    footer = {"", "Ctrl+C ends the watching; the job goes on at the provider."})
final class JobsWatchCommand extends TimbreCommand {
  @Mixin private final NamedJob named = new NamedJob();

  JobsWatchCommand(Session session) {
    super(session);
  }

  @Override
  int run(Timbre timbre, Output output) throws Exception {
    try (var jobs = timbre.apiJobs()) {
      var job =
          named
              .in(jobs, timbre, session())
              .orElseThrow(() -> wrongUsage("There is no job " + named + "."));
      return new WatchedJob(jobs, job, output).watch();
    }
  }
}
