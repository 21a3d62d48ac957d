package studio.timbre.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.timbre.dataset.ConversationReader;
import studio.timbre.dataset.ConversationWriter;
import studio.timbre.dataset.FileKind;
import studio.timbre.dataset.StableSplit;
import studio.timbre.dataset.WrittenLoss;
import studio.timbre.model.ImportReport.Refusal;
import studio.timbre.model.Progress;
import studio.timbre.model.Split;
import studio.timbre.model.UserFacingException;
import studio.timbre.model.WrittenFormat;

/** Turns a file of conversations, or all files of a folder, into one file of another format, without a project. */
public final class FileConversion {
  private static final int TOLD = 1000;

  /**
   * What is wanted.
   *
   * @param from the kind of the source, where its content and ending do not tell: {@code json}, {@code csv}, {@code workbook}, {@code
   *     parquet} or {@code transcript}
   * @param mappings what the columns of a table mean
   * @param to the format to write
   * @param heldOut the share to write into a file of its own, in percent; a part that the source names itself counts first
   * @param mark whether files of lines begin with a byte-order mark
   */
  public record Wanted(
      Optional<String> from,
      TableMappings mappings,
      WrittenFormat to,
      Optional<Double> heldOut,
      boolean mark) {}

  /**
   * What became of it.
   *
   * @param written conversations in the target
   * @param heldOut conversations in the file beside it
   * @param refused what could not be read, or not be written in this format, in file order (the first thousand)
   * @param refusedLines how many in all
   * @param leftOut what did not come along of conversations that did (the first thousand)
   * @param leftOutParts how many in all
   */
  public record Report(
      long written,
      long heldOut,
      List<Refusal> refused,
      long refusedLines,
      List<Refusal> leftOut,
      long leftOutParts) {}

  private final Wanted wanted;
  private Optional<FileSides> sides = Optional.empty();
  private final List<Refusal> refused = new ArrayList<>();
  private final List<Refusal> leftOut = new ArrayList<>();
  private long written;
  private long heldOut;
  private long refusedLines;
  private long leftOutParts;
  private boolean marksTold;

  private FileConversion(Wanted wanted) {
    this.wanted = wanted;
  }

  /** The words for kinds of sources. */
  public static List<String> sources() {
    return List.of("json", "csv", "workbook", "parquet", "transcript");
  }

  /** The file for what is held out, beside the target. */
  public static Path heldOutFile(Path target) {
    String name = String.valueOf(target.getFileName());
    int dot = name.lastIndexOf('.');
    return target.resolveSibling(
        dot < 1
            ? name + "-validation"
            : name.substring(0, dot) + "-validation" + name.substring(dot));
  }

  /** The files are there, whole, when this returns. */
  public static Report convert(Path source, Path target, Wanted wanted, Progress progress)
      throws UserFacingException {
    return new FileConversion(wanted).run(source, target, progress);
  }

  /**
   * The same as files that a provider takes.
   *
   * @param written what became of them; nothing is written where something stops the provider
   */
  public record ForProvider(Report report, ProviderFiles.Written written) {}

  /**
   * As {@link #convert}, in the way of a provider: format and byte-order mark are its own. What stops it is told by the line of the file,
   * of a folder by the number of the conversation in the order in which they are read.
   */
  public static ForProvider convertFor(
      Path source,
      Path target,
      Wanted wanted,
      ProviderTarget to,
      ProviderFiles files,
      Progress progress)
      throws UserFacingException {
    var conversion = new FileConversion(wanted);
    var written = files.write(taker -> conversion.read(source, taker, progress), to, target);
    return new ForProvider(conversion.report(), written);
  }

  /** Hands over what can be read, and begins to count anew. */
  private void read(Path source, ProviderFiles.Taker taker, Progress progress)
      throws IOException, UserFacingException {
    refused.clear();
    leftOut.clear();
    written = heldOut = refusedLines = leftOutParts = 0;
    divide(source);
    try (var reader = open(source)) {
      long lines = 0;
      for (var line = reader.next(); line.isPresent(); line = reader.next()) {
        if (lines++ % 200 == 0) {
          progress.report(reader.bytesRead(), reader.bytes());
        }
        switch (line.get()) {
          case ConversationReader.Line.Good good -> {
            boolean aside = sides.isPresent() && side(good) == Split.HELD_OUT;
            written += aside ? 0 : 1;
            heldOut += aside ? 1 : 0;
            long number = reader.isOneFile() ? good.number() : written + heldOut;
            taker.take(aside ? Split.HELD_OUT : Split.TRAINING, number, good.conversation());
            good.leftOut().forEach(this::leaveOut);
          }
          case ConversationReader.Line.Refused(_, var refusal) -> refuse(refusal);
          case ConversationReader.Line.Beside(_, var part) -> leaveOut(part);
        }
      }
      progress.report(reader.bytes(), reader.bytes());
    }
  }

  private Report report() {
    return new Report(written, heldOut, refused, refusedLines, leftOut, leftOutParts);
  }

  private Report run(Path source, Path target, Progress progress) throws UserFacingException {
    divide(source);
    try (var reader = open(source)) {
      write(reader, target, () -> progress.report(reader.bytesRead(), reader.bytes()));
      progress.report(reader.bytes(), reader.bytes());
    } catch (IOException e) {
      throw Writing.unwritable(target, e);
    }
    return report();
  }

  /** Where something is held out, all is read once before, to know what is nearly the same. */
  private void divide(Path source) throws UserFacingException {
    if (wanted.heldOut().isPresent()) {
      try (var reader = open(source)) {
        sides = Optional.of(FileSides.of(reader, new StableSplit(wanted.heldOut().get())));
      }
    }
  }

  private SourceReader open(Path source) throws UserFacingException {
    var told = wanted.from().map(FileConversion::kind).map(this::as);
    return SourceReader.of(
        List.of(source), told.orElseGet(() -> SourceReader.Opening.under(wanted.mappings())));
  }

  private SourceReader.Opening as(FileKind kind) {
    return file ->
        ConversationReader.open(file, kind, TableLook.mapping(file, kind, wanted.mappings()));
  }

  private static FileKind kind(String word) {
    return switch (word) {
      case "json" -> FileKind.JSON;
      case "csv" -> FileKind.SEPARATED;
      case "workbook" -> FileKind.WORKBOOK;
      case "parquet" -> FileKind.PARQUET;
      case "transcript" -> FileKind.TRANSCRIPT;
      default -> throw new IllegalArgumentException("no kind of source: " + word);
    };
  }

  private void write(SourceReader reader, Path target, Runnable tick)
      throws IOException, UserFacingException {
    var beside = heldOutFile(target);
    try (var training = writer(target);
        var kept = sides.isPresent() ? writer(beside) : training) {
      long lines = 0;
      for (var line = reader.next(); line.isPresent(); line = reader.next()) {
        if (lines++ % 200 == 0) {
          tick.run();
        }
        switch (line.get()) {
          case ConversationReader.Line.Good good -> {
            boolean aside = sides.isPresent() && side(good) == Split.HELD_OUT;
            take(reader, good, aside ? kept : training, aside ? beside : target, aside);
          }
          case ConversationReader.Line.Refused(_, var refusal) -> refuse(refusal);
          case ConversationReader.Line.Beside(_, var part) -> leaveOut(part);
        }
      }
      finish(training, target);
      if (sides.isPresent()) {
        finish(kept, beside);
      }
    }
  }

  private Split side(ConversationReader.Line.Good good) {
    var own = sides.orElseThrow().next(good.conversation());
    return good.placing().split().orElse(own);
  }

  private ConversationWriter writer(Path target) throws UserFacingException {
    try {
      return ConversationWriter.open(target, wanted.to(), wanted.mark());
    } catch (IOException e) {
      throw Writing.unwritable(target, e);
    }
  }

  private static void finish(ConversationWriter writer, Path target) throws UserFacingException {
    try {
      writer.finish();
    } catch (IOException e) {
      throw Writing.unwritable(target, e);
    }
  }

  private void take(
      SourceReader reader,
      ConversationReader.Line.Good good,
      ConversationWriter writer,
      Path target,
      boolean aside)
      throws UserFacingException {
    try {
      if (writer.write(good.conversation(), good.placing())) {
        written += aside ? 0 : 1;
        heldOut += aside ? 1 : 0;
        good.leftOut().forEach(this::leaveOut);
        lost(reader, good);
      } else {
        String english =
            "the format %s cannot hold this conversation without losing part of it"
                .formatted(wanted.to().word());
        refuse(
            reader.placed(
                new Refusal(
                    good.number(),
                    "",
                    "dataset.refused.doesNotFit",
                    english,
                    List.of(wanted.to().word()))));
      }
    } catch (IOException e) {
      throw Writing.unwritable(target, e);
    }
  }

  /** What had no place in the format. */
  private void lost(SourceReader reader, ConversationReader.Line.Good good) {
    var lost = new ArrayList<>(WrittenLoss.of(wanted.to(), good.conversation()));
    if (!marksTold) {
      lost.addAll(WrittenLoss.of(wanted.to(), good.placing()));
      marksTold = !WrittenLoss.of(wanted.to(), good.placing()).isEmpty();
    }
    for (var part : lost) {
      long line = part.oncePerFile() ? 0 : good.number();
      var left = new Refusal(line, "", part.key(), part.english(), part.arguments());
      leaveOut(part.oncePerFile() ? left : reader.placed(left));
    }
  }

  private void refuse(Refusal refusal) {
    refusedLines++;
    if (refused.size() < TOLD) {
      refused.add(refusal);
    }
  }

  private void leaveOut(Refusal part) {
    leftOutParts++;
    if (leftOut.size() < TOLD) {
      leftOut.add(part);
    }
  }
}
