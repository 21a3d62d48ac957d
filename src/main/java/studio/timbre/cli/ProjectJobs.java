package studio.timbre.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import studio.timbre.app.ApiJobs;
import studio.timbre.app.Timbre;
import studio.timbre.model.UserFacingException;

/** Whose jobs a command is about: those of a project, which its budget holds, or those of files. */
final class ProjectJobs {
  @Option(
      names = "--project",
      paramLabel = "PROJECT",
      description =
          "The jobs of this project, which its budget holds; without it, those that belong to no project.")
  private @Nullable Path project;

  /**
   * Jobs that are at hand until this is closed.
   *
   * @param hasBudget whether a budget of the project holds them
   */
  record Open(ApiJobs jobs, boolean hasBudget, Runnable end) implements AutoCloseable {
    @Override
    public void close() {
      end.run();
    }
  }

  /** Refuses a project that is not there, or is open elsewhere. */
  Open open(Timbre timbre, Function<String, ParameterException> wrongUsage)
      throws UserFacingException {
    var file = project;
    if (file == null) {
      var jobs = timbre.apiJobs();
      return new Open(jobs, false, jobs::close);
    }
    if (!Files.isRegularFile(file)) {
      throw wrongUsage.apply("There is no project " + file + ".");
    }
    var session = timbre.openAlone(file);
    return new Open(
        session.apiJobs(), session.budget().standing().usd().isPresent(), session::close);
  }

  /** What other commands about the same jobs take as well; empty where nothing. */
  String again() {
    return project == null ? "" : " --project " + project;
  }
}
