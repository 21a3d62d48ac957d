package studio.timbre.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import studio.timbre.app.Timbre;
import studio.timbre.model.UserFacingException;

/** {@code timbre models add}: takes a model that lies on this computer into the library. */
@Command(
    name = "add",
    description = "Takes a model into the library; its files stay where they lie.")
final class ModelsAddCommand extends TimbreCommand {

  @Parameters(paramLabel = "PATH", description = "A GGUF file or a Hugging Face folder.")
  private Path path;

  ModelsAddCommand(Session session) {
    super(session);
  }

  @Override
  int run(Timbre timbre, Output output) throws UserFacingException {
    if (!Files.exists(path)) {
      throw wrongUsage("There is no file or folder " + path + ".");
    }
    var model = timbre.models().add(path);
    output.object(ModelsCommand.fields(model));
    output.say(ModelsCommand.sentence(model));
    return 0;
  }
}
