package studio.timbre.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import studio.timbre.app.Timbre;

/** What all commands share: {@code --json}, {@code --verbose}, {@code --help}, and a Timbre that is closed behind them. */
@Command(mixinStandardHelpOptions = true, versionProvider = Version.class)
abstract class TimbreCommand implements Callable<Integer> {
  private final Session session;

  @Option(names = "--json", description = "Write JSON: one object, or one a line for streams.")
  private boolean json;

  @Option(names = "--verbose", description = "Tell more when something goes wrong.")
  private boolean verbose;

  @Spec private CommandSpec spec;

  TimbreCommand(Session session) {
    this.session = session;
  }

  /**
   * Does the work.
   *
   * @return 0 when all is well, {@link TimbreCommandLine#FAILED} when problems were found
   * @throws Exception whatever ended the work; a {@code UserFacingException} is told to the person by its sentence
   */
  abstract int run(Timbre timbre, Output output) throws Exception;

  @Override
  public final Integer call() throws Exception {
    try (var timbre = session.timbre()) {
      return run(timbre, session.output(json));
    }
  }

  Session session() {
    return session;
  }

  boolean isJson() {
    return json;
  }

  boolean isVerbose() {
    return verbose;
  }

  /** What is read has to be one file. */
  void needFile(Path file) {
    if (Files.isDirectory(file)) {
      throw wrongUsage("%s is a folder. timbre convert makes one file of it.".formatted(file));
    }
    if (!Files.isRegularFile(file)) {
      throw wrongUsage("There is no file " + file + ".");
    }
  }

  /** The end of a command that was called wrongly. */
  ParameterException wrongUsage(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }
}
