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
import studio.timbre.app.Timbre;
import studio.timbre.model.Split;
import studio.timbre.model.Status;
import studio.timbre.model.UserFacingException;

/** {@code timbre import}: brings the conversations of files into a project. */
@Command(
    name = "import",
    description = {
      "Brings the conversations of files into a project, as one step of undo. What is in a file"
          + " tells its format: chat lines, preference pairs, prompts with completions, ShareGPT,"
          + " Alpaca, a data export of ChatGPT; a JSON object a line, or JSON lists; tables as CSV,"
          + " Excel, OpenDocument or Parquet; transcripts in Markdown or plain text (\"Customer:"
          + " ...\").",
      "A project that is not there is made, if its name ends with .timbre and its folder is there."
    },
    footer = {
      "",
      "It ends with 0 when all of the files came in, with 1 when conversations were refused; sound"
          + " ones come in all the same."
    })
final class ImportCommand extends TimbreCommand {
  @Parameters(index = "0", paramLabel = "PROJECT", description = "A project file of Timbre.")
  private Path project;

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "FILE",
      description = "The files to read, or folders of them.")
  private List<Path> files;

  @Option(names = "--held-out", description = "Keep them aside to measure with.")
  private boolean heldOut;

  @Option(
      names = "--update",
      description =
          "The file is a table that was exported from this project: bring back what a colleague has"
              + " changed in it.")
  private boolean update;

  @Option(
      names = "--new",
      description = "New conversations also out of a table that was exported from this project.")
  private boolean asNew;

  @Mixin private final MergeOptions merging = new MergeOptions();

  @Mixin private final MapOptions map = new MapOptions();

  ImportCommand(Session session) {
    super(session);
  }

  @Override
  int run(Timbre timbre, Output output) throws Exception {
    check();
    if (Files.exists(project)) {
      try (var opened = timbre.openAlone(project)) {
        return run(opened, output);
      }
    }
    return new NewProject(project).run(timbre, output, this::run, this::wrongUsage);
  }

  private void check() {
    for (var file : files) {
      if (!Files.exists(file)) {
        throw wrongUsage("There is no file " + file + ".");
      }
    }
    if (update && (heldOut || asNew || files.size() > 1)) {
      throw wrongUsage("--update takes one table, and neither --new nor --held-out.");
    }
    if (!update && merging.isAsked()) {
      throw wrongUsage("--ours, --theirs and --look belong to --update.");
    }
  }

  private int run(ProjectSession opened, Output output) throws Exception {
    return update ? update(opened, output) : read(opened, output);
  }

  private int update(ProjectSession opened, Output output) throws UserFacingException {
    try (var returned =
        opened.packs().bringBack(files.getFirst(), output.progress("Comparing conversations"))) {
      return merging.run(returned, output);
    }
  }

  private int read(ProjectSession opened, Output output) throws Exception {
    for (var file : files) {
      if (!asNew && Files.isRegularFile(file) && opened.packs().isReturnedSheet(file)) {
        throw wrongUsage(
            "%s was exported from this project. With --update its conversations change as they did there, with --new they come in once more."
                .formatted(file));
      }
    }
    String file = files.stream().map(Path::toString).collect(Collectors.joining(", "));
    var split = heldOut ? Split.HELD_OUT : Split.TRAINING;
    var report =
        opened.importAll(
            files,
            split,
            Status.DRAFT,
            map.mappings(opened.mappings(), this::wrongUsage),
            output.progress("Importing " + file));
    output.object(
        new JsonFields()
            .with("file", file)
            .with("conversations", report.imported())
            .with("refused", report.refusedLines())
            .with("leftOut", report.leftOutParts()));
    output.say(Numbers.conversations(report.imported()) + " imported from " + file);
    ImportWords.tell("Refused:", report.refused(), report.refusedLines(), output);
    ImportWords.tell("Left out:", report.leftOut(), report.leftOutParts(), output);
    return report.refusedLines() == 0 ? 0 : TimbreCommandLine.FAILED;
  }
}
