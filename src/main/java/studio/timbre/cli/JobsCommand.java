package studio.timbre.cli;

import picocli.CommandLine.Command;
import studio.timbre.app.Timbre;
import studio.timbre.model.UserFacingException;

/** {@code timbre jobs}: training at providers. */
@Command(
    name = "jobs",
    description =
        "Trains through the API of a provider: looks over, starts, lists, watches, pauses, cancels, takes in and moves jobs, and brings what they tuned to answer.")
final class JobsCommand extends TimbreCommand {

  JobsCommand(Session session) {
    super(session);
  }

  @Override
  int run(Timbre timbre, Output output) throws UserFacingException {
    return JobsListCommand.list(timbre, output);
  }
}
