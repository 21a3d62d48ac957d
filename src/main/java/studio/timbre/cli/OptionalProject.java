package studio.timbre.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import studio.timbre.app.ProjectSession;
import studio.timbre.app.Timbre;
import studio.timbre.model.UserFacingException;

/** The project whose money is spent, where one is named. */
final class OptionalProject {
  @Option(
      names = "--project",
      paramLabel = "PROJECT",
      description = "Counts the answer in the budget of this project.")
  private @Nullable Path project;

  boolean isGiven() {
    return project != null;
  }

  /** Refuses a project that is not there, or is open elsewhere; whoever asks closes it. */
  ProjectSession open(Timbre timbre, Function<String, ParameterException> wrongUsage)
      throws UserFacingException {
    return open(timbre, Objects.requireNonNull(project), wrongUsage);
  }

  static ProjectSession open(
      Timbre timbre, Path file, Function<String, ParameterException> wrongUsage)
      throws UserFacingException {
    if (!Files.isRegularFile(file)) {
      throw wrongUsage.apply("There is no project " + file + ".");
    }
    return timbre.openAlone(file);
  }
}
