package studio.timbre.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code timbre} itself, which does nothing without the name of a command. */
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
final class RootCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name a command.");
  }
}
