package studio.timbre.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code timbre} itself: without the name of a command it runs the main job. Whether there is a window is for the launcher. */
@Command(
    name = "timbre",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Tunes a language model to the voice of a brand.",
    footer = {
      "",
      "Without a command Timbre opens its window, or, where there is no display,",
      "runs the sample project from end to end in the terminal."
    })
final class RootCommand implements Callable<Integer> {
  private final Session session;

  RootCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    return MainJob.run(session);
  }
}
