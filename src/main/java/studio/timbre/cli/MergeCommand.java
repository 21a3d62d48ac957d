package studio.timbre.cli;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import studio.timbre.app.Timbre;
import studio.timbre.model.UserFacingException;

/** {@code timbre merge}: brings a review pack back. */
@Command(
    name = "merge",
    description = {
      "Brings a review pack, or a table for colleagues, back into its project: what one side changed is taken, as one step of undo. Where both"
          + " changed the same thing in different ways, nothing happens until it is said whose stays."
    },
    footer = {
      "",
      "It ends with 0 when the pack is merged, with 1 when clashes are open or the merge failed."
    })
final class MergeCommand extends TimbreCommand {
  @Parameters(index = "0", paramLabel = "PROJECT", description = "The project that it came out of.")
  private Path file;

  @Parameters(index = "1", paramLabel = "FILE", description = "The pack or table that came back.")
  private Path pack;

  @Mixin private final MergeOptions options = new MergeOptions();

  MergeCommand(Session session) {
    super(session);
  }

  @Override
  int run(Timbre timbre, Output output) throws UserFacingException {
    try (var project = timbre.open(file);
        var returned =
            project
                .packs()
                .bringBack(pack, options.reading(), output.progress("Comparing conversations"))) {
      return options.run(returned, output);
    }
  }
}
