package studio.timbre.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import studio.timbre.app.Models;
import studio.timbre.app.Timbre;
import studio.timbre.model.UserFacingException;

/** {@code timbre models fetch}: downloads a model. */
@Command(
    name = "fetch",
    description = "Downloads a model; goes on where an earlier try stopped.",
    footer = "With --json: a line for each percent, then one of type \"finished\" with the model.")
final class ModelsFetchCommand extends TimbreCommand {

  @Parameters(
      paramLabel = "NAME",
      description = Models.STARTER + ", or owner/name as on the Hugging Face hub.")
  private String name;

  ModelsFetchCommand(Session session) {
    super(session);
  }

  @Override
  int run(Timbre timbre, Output output) throws UserFacingException {
    var model = timbre.models().fetch(name, output.progress("Downloading " + name));
    output.object(
        new JsonFields().with("type", "finished").with("model", ModelsCommand.fields(model)));
    output.say(ModelsCommand.sentence(model));
    return 0;
  }
}
