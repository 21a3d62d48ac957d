package studio.timbre.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import studio.timbre.app.FileConversion;
import studio.timbre.app.ProviderFiles;
import studio.timbre.app.ProviderTarget;
import studio.timbre.app.TableMappings;
import studio.timbre.app.Timbre;
import studio.timbre.model.WrittenFormat;

/** {@code timbre convert}: a file of conversations, or a folder of them, in another format. */
@Command(
    name = "convert",
    description = {
      "Writes the conversations of a file, or of all files of a folder, into a file of another"
          + " format, without a project. What is read is told by its content, as timbre import does;"
          + " what is written by the ending:"
          + " .jsonl, .json, .csv, .tsv, .xlsx, .md."
    },
    footer = {
      "",
      "It ends with 0 when all of the file came along, with 1 when conversations were refused;"
          + " sound ones are written all the same."
    })
final class ConvertCommand extends TimbreCommand {
  @Parameters(index = "0", paramLabel = "IN", description = "The file or folder to read.")
  private Path in;

  @Parameters(index = "1", paramLabel = "OUT", description = "The file to write.")
  private Path out;

  @Option(
      names = "--from",
      paramLabel = "FORMAT",
      description =
          "What is read, where its content does not tell: json, csv, workbook, parquet,"
              + " transcript.")
  private @Nullable String from;

  @Mixin private final FormatOption format = new FormatOption();

  @Mixin private final ForOption provider = new ForOption();

  @Mixin private final MapOptions map = new MapOptions();

  @Option(
      names = "--validation",
      paramLabel = "PERCENT",
      description =
          "Write this share into a second file, OUT-validation. The same conversation always falls"
              + " on the same side, and so do conversations that ask the same or are nearly the"
              + " same.")
  private @Nullable Double validation;

  @Option(
      names = "--mark",
      description = "Begin a file of lines with a byte-order mark, as Azure wants it.")
  private boolean mark;

  @Option(names = "--force", description = "Write over a file that is there.")
  private boolean force;

  ConvertCommand(Session session) {
    super(session);
  }

  @Override
  int run(Timbre timbre, Output output) throws Exception {
    var target = provider.of(format, this::wrongUsage);
    check(target);
    var wanted =
        new FileConversion.Wanted(
            Optional.ofNullable(from),
            map.mappings(TableMappings.GUESSED, this::wrongUsage),
            format.of(out, WrittenFormat.LINES, this::wrongUsage),
            Optional.ofNullable(validation),
            mark);
    if (target.isPresent()) {
      return writeFor(timbre, wanted, target.get(), output);
    }
    var report = FileConversion.convert(in, out, wanted, output.progress("Converting " + in));
    output.object(
        new JsonFields()
            .with("file", out.toString())
            .with("format", wanted.to().word())
            .with("conversations", report.written())
            .with("validation", report.heldOut())
            .with("refused", report.refusedLines())
            .with("leftOut", report.leftOutParts()));
    say(report.written(), out, output);
    var beside = FileConversion.heldOutFile(out);
    if (validation == null && Files.exists(beside)) {
      output.remark(
          "%s lies beside it from before and does not belong to it: nothing was held out now."
              .formatted(beside));
    }
    if (validation != null) {
      say(report.heldOut(), FileConversion.heldOutFile(out), output);
    }
    ImportWords.tell("Refused:", report.refused(), report.refusedLines(), output);
    ImportWords.tell("Left out:", report.leftOut(), report.leftOutParts(), output);
    return report.refusedLines() == 0 ? 0 : TimbreCommandLine.FAILED;
  }

  private int writeFor(
      Timbre timbre, FileConversion.Wanted wanted, ProviderTarget target, Output output)
      throws Exception {
    var done =
        FileConversion.convertFor(
            in, out, wanted, target, timbre.providerFiles(), output.progress("Converting " + in));
    var report = done.report();
    output.object(
        ForOption.fields(done.written(), target)
            .with("refused", report.refusedLines())
            .with("leftOut", report.leftOutParts()));
    ForOption.tell(done.written(), !Files.isDirectory(in), output);
    ImportWords.tell("Refused:", report.refused(), report.refusedLines(), output);
    ImportWords.tell("Left out:", report.leftOut(), report.leftOutParts(), output);
    boolean all = report.refusedLines() == 0 && done.written().training().isPresent();
    return all ? 0 : TimbreCommandLine.FAILED;
  }

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }

  private static void say(long conversations, Path file, Output output) {
    output.say(Numbers.conversations(conversations) + " written to " + file);
  }

  private void check(Optional<ProviderTarget> target) {
    if (!Files.exists(in)) {
      throw wrongUsage("There is no file " + in + ".");
    }
    if (Files.isDirectory(in) && absolute(out).startsWith(absolute(in))) {
      throw wrongUsage("%s lies in the folder that is read; write it elsewhere.".formatted(out));
    }
    if (from != null && !FileConversion.sources().contains(from)) {
      throw wrongUsage(
          "There is no format %s to read; there are %s."
              .formatted(from, String.join(", ", FileConversion.sources())));
    }
    if (validation != null && !(validation > 0 && validation < 100)) {
      throw wrongUsage("--validation is a share between 0 and 100 percent.");
    }
    var beside = target.isPresent() ? ProviderFiles.beside(out) : FileConversion.heldOutFile(out);
    boolean there = Files.exists(out) || (validation != null && Files.exists(beside));
    if (there && !force) {
      throw wrongUsage("There is a file %s already. With --force it is replaced.".formatted(out));
    }
    if (target.isPresent() && Files.exists(beside) && !force) {
      throw wrongUsage(
          "There is a file %s already. With --force it is renamed, as nothing is held out."
              .formatted(beside));
    }
  }
}
