package studio.timbre.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.timbre.app.ProjectSession;
import studio.timbre.model.ImportReport.Refusal;
import studio.timbre.model.Split;

/** {@code timbre import}: brings the conversations of a file into a project. */
@Command(
    name = "import",
    description = {
      "Brings the conversations of a file into a project, as one step of undo. What is in the file tells its format: chat lines,"
          + " preference pairs, prompts with completions, ShareGPT, Alpaca, a data export of ChatGPT; a JSON object a line, or a JSON list."
    },
    footer = {
      "",
      "It ends with 0 when all of the file came in, with 1 when conversations were refused; sound ones come in all the same."
    })
final class ImportCommand extends ProjectCommand {
  private static final int NAMED = 100;

  @Parameters(index = "1", paramLabel = "FILE", description = "The file to read.")
  private Path file;

  @Option(names = "--held-out", description = "Keep them aside to measure with.")
  private boolean heldOut;

  ImportCommand(Session session) {
    super(session);
  }

  @Override
  int run(ProjectSession project, Output output) throws Exception {
    if (!Files.isRegularFile(file)) {
      throw wrongUsage("There is no file " + file + ".");
    }
    var split = heldOut ? Split.HELD_OUT : Split.TRAINING;
    var report = project.importJsonl(file, split, output.progress("Importing " + file));
    output.object(
        new JsonFields()
            .with("file", file.toString())
            .with("conversations", report.imported())
            .with("refused", report.refusedLines())
            .with("leftOut", report.leftOutParts()));
    output.say(
        "%s %s imported from %s"
            .formatted(
                Numbers.whole(report.imported()),
                report.imported() == 1 ? "conversation" : "conversations",
                file));
    tell("Refused:", report.refused(), report.refusedLines(), output);
    tell("Left out:", report.leftOut(), report.leftOutParts(), output);
    return report.refusedLines() == 0 ? 0 : TimbreCommandLine.FAILED;
  }

  private static void tell(String title, List<Refusal> entries, long all, Output output) {
    if (all > 0) {
      output.remark(title);
    }
    var named = entries.stream().limit(NAMED).toList();
    named.forEach(entry -> output.remark(entry.sentence()));
    if (all > named.size()) {
      output.remark("And %s more.".formatted(Numbers.whole(all - named.size())));
    }
  }
}
