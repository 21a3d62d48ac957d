package studio.timbre.cli;

import picocli.CommandLine.Mixin;
import studio.timbre.app.ApiJobs;
import studio.timbre.app.Timbre;
import studio.timbre.model.JobId;

/** A command for one job at a provider, which exists or it is wrong usage. */
abstract class NamedJobCommand extends TimbreCommand {
  @Mixin private final NamedJob named = new NamedJob();

  NamedJobCommand(Session session) {
    super(session);
  }

  @Override
  final int run(Timbre timbre, Output output) throws Exception {
    try (var jobs = timbre.apiJobs()) {
      var job =
          named
              .in(jobs, timbre, session())
              .orElseThrow(() -> wrongUsage("There is no job " + named + "."));
      return run(jobs, job, output);
    }
  }

  /**
   * Does what the command is for.
   *
   * @param job its key was handed over where it was found
   * @return the exit code
   */
  abstract int run(ApiJobs jobs, JobId job, Output output) throws Exception;
}
