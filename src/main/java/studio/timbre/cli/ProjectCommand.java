package studio.timbre.cli;

import java.nio.file.Path;
import picocli.CommandLine.Parameters;
import studio.timbre.app.ProjectSession;
import studio.timbre.app.Timbre;

/** A command on a project file that is open nowhere else. */
abstract class ProjectCommand extends TimbreCommand {
  @Parameters(index = "0", paramLabel = "PROJECT", description = "A project file of Timbre.")
  private Path project;

  ProjectCommand(Session session) {
    super(session);
  }

  abstract int run(ProjectSession project, Output output) throws Exception;

  @Override
  final int run(Timbre timbre, Output output) throws Exception {
    needFile(project);
    try (var session = timbre.openAlone(project)) {
      return run(session, output);
    }
  }
}
