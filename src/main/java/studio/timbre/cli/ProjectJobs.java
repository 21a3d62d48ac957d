package studio.timbre.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import studio.timbre.app.ApiJobs;
import studio.timbre.app.ProjectBudget;
import studio.timbre.app.Serving;
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
   * @param budget of the project; empty for jobs that belong to none
   */
  record Open(ApiJobs jobs, Optional<ProjectBudget> budget, Runnable end) implements AutoCloseable {

    /** Whether a budget of the project holds them. */
    boolean hasBudget() {
      return budget.filter(known -> known.standing().usd().isPresent()).isPresent();
    }

    /** How models that they have tuned come to answer. */
    Serving over(Serving serving) {
      return budget.map(known -> known.over(serving)).orElse(serving);
    }

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
      return new Open(jobs, Optional.empty(), jobs::close);
    }
    var session = OptionalProject.open(timbre, file, wrongUsage);
    return new Open(session.apiJobs(), Optional.of(session.budget()), session::close);
  }

  /** What other commands about the same jobs take as well; empty where nothing. */
  String again() {
    return project == null ? "" : " --project " + project;
  }
}
