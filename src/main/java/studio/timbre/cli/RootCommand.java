package studio.timbre.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code timbre} itself: with a project's file it opens that in the window; without, it runs the main job, for whether there is a
 * window to open then was for the launcher.
 */
@Command(
    name = "timbre",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Tunes a language model to the voice of a brand.",
    footer = {
      "",
      "Without a command Timbre opens its window, or, where there is no display,",
      "runs the sample project from end to end in the terminal. A project that is",
      "named instead of a command is opened in the window."
    })
final class RootCommand implements Callable<Integer> {
  private final Session session;
  private final Window window;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "PROJECT",
      description = "A project file of Timbre, to open in the window.")
  private Optional<Path> project = Optional.empty();

  @Spec private CommandSpec spec;

  RootCommand(Session session, Window window) {
    this.session = session;
    this.window = window;
  }

  @Override
  public Integer call() {
    if (project.isEmpty()) {
      return MainJob.run(session);
    }
    var file = project.get().toAbsolutePath().normalize();
    if (!Files.isRegularFile(file)) {
      throw new ParameterException(spec.commandLine(), missing(project.get()));
    }
    if (!window.show(file)) {
      session
          .output(false)
          .error(
              "display",
              "There is no display, so %s was not opened. The commands work on it all the same."
                  .formatted(project.get()));
      return TimbreCommandLine.FAILED;
    }
    return 0;
  }

  /** A word alone was perhaps meant as a command. */
  private static String missing(Path project) {
    String given = project.toString();
    boolean isWord = project.getNameCount() == 1 && !given.contains(".");
    return isWord
        ? "There is no command %s, and no file of that name.".formatted(given)
        : "There is no file %s.".formatted(given);
  }
}
