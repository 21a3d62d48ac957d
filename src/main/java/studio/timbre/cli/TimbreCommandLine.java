package studio.timbre.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import studio.timbre.model.UserFacingException;

/**
 * The command line: what the window can do, through the same use cases. It ends with 0 when all is well, 1 when problems were
 * found or the work failed, 2 when it was called wrongly.
 */
public final class TimbreCommandLine {
  /** Problems were found, or the work failed. */
  static final int FAILED = 1;

  /** Called wrongly. */
  static final int WRONG_USAGE = 2;

  private static final Logger LOG = Logger.getLogger(TimbreCommandLine.class.getName());

  private TimbreCommandLine() {}

  /**
   * Runs one command in this process's terminal, without arguments the main job, and answers the exit code.
   *
   * @param window opens a project that is named in place of a command
   */
  public static int run(Window window, String... arguments) {
    return run(Session.ofThisProcess(), window, arguments);
  }

  static int run(Session session, String... arguments) {
    return run(session, Window.NONE, arguments);
  }

  static int run(Session session, Window window, String... arguments) {
    int code = commandLine(session, window).execute(arguments);
    session.flush();
    return code;
  }

  /** All commands. A new one is one line here. */
  private static CommandLine commandLine(Session session, Window window) {
    var root =
        new CommandLine(new RootCommand(session, window))
            .addSubcommand(new CountCommand(session))
            .addSubcommand(new CheckCommand(session))
            .addSubcommand(new VoiceCommand(session))
            .addSubcommand(new TopicsCommand(session))
            .addSubcommand(new CostCommand(session))
            .addSubcommand(new BudgetCommand(session))
            .addSubcommand(new ImportCommand(session))
            .addSubcommand(new ExportCommand(session))
            .addSubcommand(new ConvertCommand(session))
            .addSubcommand(new ModerateCommand(session))
            .addSubcommand(new PackCommand(session))
            .addSubcommand(new MergeCommand(session))
            .addSubcommand(new TrainCommand(session))
            .addSubcommand(new EvaluateCommand(session))
            .addSubcommand(new GenerateCommand(session))
            .addSubcommand(new HistoryCommand(session))
            .addSubcommand(
                new CommandLine(new VersionsCommand(session))
                    .addSubcommand(new VersionsCommand.Listing(session))
                    .addSubcommand(new VersionsCommand.Naming(session))
                    .addSubcommand(new VersionsCommand.Comparing(session))
                    .addSubcommand(new VersionsCommand.Back(session)))
            .addSubcommand(
                new CommandLine(new ModelsCommand(session))
                    .addSubcommand(new ModelsAddCommand(session))
                    .addSubcommand(new ModelsFetchCommand(session)))
            .addSubcommand(
                new CommandLine(new ConnectionsCommand(session))
                    .addSubcommand(new ConnectionsCommand.Listing(session))
                    .addSubcommand(new ConnectionsAddCommand(session))
                    .addSubcommand(new ConnectionsRemoveCommand(session))
                    .addSubcommand(new ConnectionsTestCommand(session)))
            .addSubcommand(
                new CommandLine(new JobsCommand(session))
                    .addSubcommand(new JobsCheckCommand(session))
                    .addSubcommand(new JobsStartCommand(session))
                    .addSubcommand(new JobsListCommand(session))
                    .addSubcommand(new JobsWatchCommand(session))
                    .addSubcommand(new JobsPauseCommand(session))
                    .addSubcommand(new JobsResumeCommand(session))
                    .addSubcommand(new JobsCancelCommand(session))
                    .addSubcommand(new JobsServeCommand(session))
                    .addSubcommand(new JobsEndCommand(session))
                    .addSubcommand(new JobsTidyCommand(session))
                    .addSubcommand(new JobsAdoptCommand(session))
                    .addSubcommand(new JobsMoveCommand(session)));
    return root.setOut(session.humanOut())
        .setErr(session.err())
        .setParameterExceptionHandler((exception, given) -> usage(session, exception, given))
        .setExecutionExceptionHandler(
            (exception, command, _) -> failed(session, exception, command))
        .setCaseInsensitiveEnumValuesAllowed(true);
  }

  private static int usage(Session session, ParameterException exception, String[] given) {
    var command = exception.getCommandLine();
    String message = firstLine(exception);
    if (List.of(given).contains("--json")) {
      session.output(true).error("usage", message);
    } else {
      session.err().println(message);
      session.err().println("Try '%s --help'.".formatted(command.getCommandSpec().qualifiedName()));
    }
    return WRONG_USAGE;
  }

  private static int failed(Session session, Exception exception, CommandLine command) {
    var called =
        command.getCommandSpec().userObject() instanceof TimbreCommand named
            ? Optional.of(named)
            : Optional.<TimbreCommand>empty();
    var output = session.output(called.filter(TimbreCommand::isJson).isPresent());
    if (exception instanceof UserFacingException known) {
      LOG.log(Level.INFO, known.key(), known);
      output.error(known.key(), firstLine(known));
      if (known.key().startsWith("error.budget.")) {
        output.remark("It is changed with: timbre budget PROJECT --set USD, or --none");
      }
    } else {
      String code = "%04X".formatted(ThreadLocalRandom.current().nextInt(0x10000));
      LOG.log(Level.SEVERE, "fault " + code, exception);
      output.error(
          "unexpected",
          "Something went wrong inside Timbre, and the work was not finished. Its log names it "
              + code
              + ".");
    }
    if (called.filter(TimbreCommand::isVerbose).isPresent()) {
      exception.printStackTrace(session.err());
    }
    return FAILED;
  }

  private static String firstLine(Exception exception) {
    return String.valueOf(exception.getMessage()).lines().findFirst().orElse("");
  }
}
