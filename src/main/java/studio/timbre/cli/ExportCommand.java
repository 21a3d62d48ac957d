package studio.timbre.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.timbre.app.Timbre;

/** {@code timbre export}: conversations of a project as a training file. */
@Command(
    name = "export",
    description = {
      "Writes the conversations of a project that are asked for into a training file, one a line.",
      "Without options, all of them."
    })
final class ExportCommand extends TimbreCommand {
  @Parameters(index = "0", paramLabel = "PROJECT", description = "The project, a .timbre file.")
  private Path project;

  @Parameters(index = "1", paramLabel = "FILE", description = "The file to write.")
  private Path file;

  @Option(names = "--force", description = "Write over a file that is there.")
  private boolean force;

  @Mixin private final FilterOptions filter = new FilterOptions();

  ExportCommand(Session session) {
    super(session);
  }

  @Override
  int run(Timbre timbre, Output output) throws Exception {
    if (Files.exists(file) && !force) {
      throw wrongUsage("There is a file %s already. With --force it is replaced.".formatted(file));
    }
    try (var opened = timbre.open(project)) {
      var query = filter.query(opened, this::wrongUsage);
      long written = opened.exportJsonl(query, file, output.progress("Writing " + file));
      output.object(new JsonFields().with("file", file.toString()).with("conversations", written));
      output.say(
          "%s %s written to %s"
              .formatted(
                  Numbers.whole(written), written == 1 ? "conversation" : "conversations", file));
      return 0;
    }
  }
}
