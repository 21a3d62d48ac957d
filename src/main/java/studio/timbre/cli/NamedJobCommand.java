package studio.timbre.cli;

import picocli.CommandLine.Mixin;
import studio.timbre.app.Timbre;
import studio.timbre.model.JobId;

/** A command for one job at a provider, which exists or it is wrong usage. */
abstract class NamedJobCommand extends TimbreCommand {
  @Mixin private final NamedJob named = new NamedJob();
  @Mixin private final ProjectJobs place = new ProjectJobs();

  NamedJobCommand(Session session) {
    super(session);
  }

  @Override
  final int run(Timbre timbre, Output output) throws Exception {
    try (var open = place.open(timbre, this::wrongUsage)) {
      var job =
          named
              .in(open.jobs(), timbre, session())
              .orElseThrow(() -> wrongUsage("There is no job " + named + "."));
      return run(open, job, output);
    }
  }

  /** What other commands about the same job take as well. */
  final String again() {
    return place.again();
  }

  /**
   * Does what the command is for.
   *
   * @param open the jobs among which it is
   * @param job its key was handed over where it was found
   * @return the exit code
   */
  abstract int run(ProjectJobs.Open open, JobId job, Output output) throws Exception;
}
