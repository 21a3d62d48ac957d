package studio.timbre.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.timbre.app.FileConversion;
import studio.timbre.app.ProviderFiles;
import studio.timbre.app.ProviderTarget;
import studio.timbre.app.Timbre;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.SheetLanguage;
import studio.timbre.model.Split;
import studio.timbre.model.WrittenFormat;

/** {@code timbre export}: conversations of a project as a training file. */
@Command(
    name = "export",
    description = {
      "Writes the conversations of a project that are asked for into a training file, one a line,"
          + " or into a table for colleagues.",
      "Without options, those that go into training: what the project trains on, without what is"
          + " held out."
    })
final class ExportCommand extends TimbreCommand {
  @Parameters(index = "0", paramLabel = "PROJECT", description = "The project, a .timbre file.")
  private Path project;

  @Parameters(index = "1", paramLabel = "FILE", description = "The file to write.")
  private Path file;

  @Option(names = "--force", description = "Write over a file that is there.")
  private boolean force;

  @Option(names = "--all", description = "Every conversation, also what is rejected or held out.")
  private boolean all;

  @Mixin private final FormatOption format = new FormatOption();

  @Option(
      names = "--headings",
      paramLabel = "LANGUAGE",
      defaultValue = "en",
      description = "In which a table is headed: en, pt, id. Each is read again.")
  private String headings;

  @Mixin private final ValidationOption validation = new ValidationOption();
  @Mixin private final ForOption provider = new ForOption();

  @Mixin private final FilterOptions filter = new FilterOptions();

  ExportCommand(Session session) {
    super(session);
  }

  @Override
  int run(Timbre timbre, Output output) throws Exception {
    boolean there =
        Files.exists(file)
            || (validation.isAsked() && Files.exists(FileConversion.heldOutFile(file)));
    if (there && !force) {
      throw wrongUsage("There is a file %s already. With --force it is replaced.".formatted(file));
    }
    var target = provider.of(format, this::wrongUsage);
    if (target.isPresent()) {
      return writeFor(timbre, target.get(), output);
    }
    var headed =
        SheetLanguage.named(headings)
            .orElseThrow(() -> wrongUsage("A table is headed in en, pt or id."));
    try (var opened = timbre.open(project)) {
      boolean training = filter.isEmpty() && !all;
      var asked =
          training ? opened.training().get().query() : filter.query(opened, this::wrongUsage);
      var parts = validation.parts(opened, asked, output, this::wrongUsage);
      var query =
          parts
              .map(ValidationOption.Parts::training)
              .orElse(training ? opened.training().get().query(Split.TRAINING) : asked);
      var wanted = format.of(file, WrittenFormat.LINES, this::wrongUsage);
      var report = opened.export(query, file, wanted, headed, output.progress("Writing " + file));
      var beside = FileConversion.heldOutFile(file);
      long heldOut =
          parts.isEmpty()
              ? 0
              : opened
                  .export(
                      parts.get().validation(),
                      beside,
                      wanted,
                      headed,
                      output.progress("Writing " + beside))
                  .written();
      long written = report.written();
      long leftOut = opened.totals(ConversationQuery.ALL).conversations() - written - heldOut;
      output.object(
          new JsonFields()
              .with("file", file.toString())
              .with("conversations", written)
              .with("validation", heldOut)
              .with("leftOut", leftOut)
              .with("unfit", report.unfit())
              .with("partly", report.partly()));
      output.say(Numbers.conversations(written) + " written to " + file);
      if (parts.isEmpty() && Files.exists(beside)) {
        output.remark(
            "%s lies beside it from before and does not belong to it: nothing was held out now."
                .formatted(beside));
      }
      if (parts.isPresent()) {
        output.say("%s held out, written to %s".formatted(Numbers.whole(heldOut), beside));
      }
      if (report.partly() > 0) {
        output.say(
            "of %s a part has no place in this format, as rejected answers or keys of their own"
                .formatted(Numbers.whole(report.partly())));
      }
      if (report.unfit() > 0) {
        output.say(
            "%s left out, as this format cannot hold them without losing part of them"
                .formatted(Numbers.whole(report.unfit())));
      } else if (training && leftOut > 0) {
        output.say(
            "%s left out, as %s not go into training; --all takes everything"
                .formatted(Numbers.whole(leftOut), leftOut == 1 ? "it does" : "they do"));
      }
      return 0;
    }
  }

  /** Two files beside each other: what is trained on, and what is held out. */
  private int writeFor(Timbre timbre, ProviderTarget target, Output output) throws Exception {
    if (all || !filter.isEmpty() || validation.isAsked()) {
      throw wrongUsage(
          "--for writes what the project trains on and what it holds out; leave --all, --validation and filters out.");
    }
    var beside = ProviderFiles.beside(file);
    if (Files.exists(beside) && !force) {
      throw wrongUsage(
          "There is a file %s already. With --force it is replaced, or renamed where nothing is held out."
              .formatted(beside));
    }
    try (var opened = timbre.open(project)) {
      var written =
          timbre.providerFiles().write(opened, target, file, output.progress("Writing " + file));
      output.object(ForOption.fields(written, target));
      ForOption.tell(written, false, output);
      return written.training().isPresent() ? 0 : TimbreCommandLine.FAILED;
    }
  }
}
