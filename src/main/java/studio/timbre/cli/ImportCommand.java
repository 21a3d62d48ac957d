package studio.timbre.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.timbre.app.ProjectSession;
import studio.timbre.model.Split;
import studio.timbre.model.Status;

/** {@code timbre import}: brings the conversations of files into a project. */
@Command(
    name = "import",
    description = {
      "Brings the conversations of files into a project, as one step of undo. What is in a file"
          + " tells its format: chat lines, preference pairs, prompts with completions, ShareGPT,"
          + " Alpaca, a data export of ChatGPT; a JSON object a line, or JSON lists; tables as CSV,"
          + " Excel, OpenDocument or Parquet; transcripts in Markdown or plain text (\"Customer:"
          + " ...\")."
    },
    footer = {
      "",
      "It ends with 0 when all of the files came in, with 1 when conversations were refused; sound"
          + " ones come in all the same."
    })
final class ImportCommand extends ProjectCommand {
  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "FILE",
      description = "The files to read, or folders of them.")
  private List<Path> files;

  @Option(names = "--held-out", description = "Keep them aside to measure with.")
  private boolean heldOut;

  @Mixin private final MapOptions map = new MapOptions();

  ImportCommand(Session session) {
    super(session);
  }

  @Override
  int run(ProjectSession project, Output output) throws Exception {
    for (var file : files) {
      if (!Files.exists(file)) {
        throw wrongUsage("There is no file " + file + ".");
      }
    }
    String file = files.stream().map(Path::toString).collect(Collectors.joining(", "));
    var split = heldOut ? Split.HELD_OUT : Split.TRAINING;
    var report =
        project.importAll(
            files,
            split,
            Status.DRAFT,
            map.mappings(project.mappings(), this::wrongUsage),
            output.progress("Importing " + file));
    output.object(
        new JsonFields()
            .with("file", file)
            .with("conversations", report.imported())
            .with("refused", report.refusedLines())
            .with("leftOut", report.leftOutParts()));
    output.say(
        "%s %s imported from %s"
            .formatted(
                Numbers.whole(report.imported()),
                report.imported() == 1 ? "conversation" : "conversations",
                file));
    ImportWords.tell("Refused:", report.refused(), report.refusedLines(), output);
    ImportWords.tell("Left out:", report.leftOut(), report.leftOutParts(), output);
    return report.refusedLines() == 0 ? 0 : TimbreCommandLine.FAILED;
  }
}
