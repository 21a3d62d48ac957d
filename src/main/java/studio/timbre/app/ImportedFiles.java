package studio.timbre.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import studio.timbre.dataset.ConversationReader;
import studio.timbre.dataset.FileKind;
import studio.timbre.model.Curated;
import studio.timbre.model.ImportReport;
import studio.timbre.model.ImportReport.Refusal;
import studio.timbre.model.Progress;
import studio.timbre.model.Split;
import studio.timbre.model.Status;
import studio.timbre.model.UserFacingException;

/** The sound conversations of one file or several; what is refused or left out is put aside. */
final class ImportedFiles implements Iterator<Curated>, AutoCloseable {

  /** A file that cannot be read stops what goes through it. */
  static final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient UserFacingException reason;

    Unreadable(UserFacingException reason) {
      super(reason);
      this.reason = reason;
    }

    UserFacingException reason() {
      return reason;
    }
  }

  private static final int REFUSALS_TOLD = 1000;
  private static final int REPORT_EVERY = 200;

  private final ImportSources sources;
  private final Iterator<Path> files;
  private final Split split;
  private final Status status;
  private final TableMappings mappings;
  private final Progress progress;
  private final List<Refusal> refusals = new ArrayList<>();
  private final List<Refusal> leftOut = new ArrayList<>();
  private long refused;
  private long leftOutParts;
  private long lines;
  private long bytesBefore;
  private Optional<Path> file = Optional.empty();
  private Optional<ConversationReader> reader = Optional.empty();
  private Optional<Curated> next = Optional.empty();

  private ImportedFiles(
      ImportSources sources,
      Split split,
      Status status,
      TableMappings mappings,
      Progress progress) {
    this.sources = sources;
    this.files = sources.files().iterator();
    this.split = split;
    this.status = status;
    this.mappings = mappings;
    this.progress = progress;
    sources.others().forEach(this::leaveOut);
  }

  /**
   * @param split of what says nothing of its own
   * @param status of what says nothing of its own
   * @throws UserFacingException where there is no such file
   */
  static ImportedFiles of(
      List<Path> sources, Split split, Status status, TableMappings mappings, Progress progress)
      throws UserFacingException {
    return new ImportedFiles(ImportSources.of(sources), split, status, mappings, progress);
  }

  /** To be called at the end, when what came in is on the disk. */
  ImportReport report(long imported) {
    if (!progress.isCancelled()) {
      progress.report(sources.bytes(), sources.bytes());
    }
    return new ImportReport(imported, refusals, refused, leftOut, leftOutParts);
  }

  @Override
  public boolean hasNext() {
    while (next.isEmpty()) {
      if (reader.isEmpty() && !files.hasNext()) {
        return false;
      }
      try {
        step();
      } catch (IOException | UncheckedIOException e) {
        refuseFile(ImportSources.unreadable(file.orElseThrow(), e));
      } catch (UserFacingException e) {
        refuseFile(e);
      }
    }
    return true;
  }

  /**
   * Asked again and again until the end.
   *
   * @throws CancellationException where nobody wants it any more
   */
  void goOn() {
    if (progress.isCancelled()) {
      throw new CancellationException();
    }
  }

  private void step() throws IOException, UserFacingException {
    goOn();
    if (reader.isEmpty()) {
      file = Optional.of(files.next());
      var kind = FileKind.of(file.get());
      reader =
          Optional.of(
              ConversationReader.open(
                  file.get(), kind, TableLook.mapping(file.get(), kind, mappings)));
    }
    if (lines++ % REPORT_EVERY == 0) {
      progress.report(bytesBefore + reader.get().bytesRead(), sources.bytes());
    }
    var line = reader.get().next();
    if (line.isEmpty()) {
      closeFile();
      return;
    }
    switch (line.get()) {
      case ConversationReader.Line.Good good -> {
        next = Optional.of(good.placing().place(good.conversation(), split, status));
        good.leftOut().forEach(part -> leaveOut(placed(part)));
      }
      case ConversationReader.Line.Refused(_, var refusal) -> putAside(placed(refusal));
      case ConversationReader.Line.Beside(_, var part) -> leaveOut(placed(part));
    }
  }

  private Refusal placed(Refusal part) {
    return sources.isOne() ? part : part.in(sources.name(file.orElseThrow()));
  }

  /** One file that cannot be read stops an import of this one alone. */
  private void refuseFile(UserFacingException reason) {
    if (sources.isOne()) {
      throw new Unreadable(reason);
    }
    putAside(
        placed(
            new Refusal(
                0, "", reason.key(), String.valueOf(reason.getMessage()), reason.arguments())));
    try {
      closeFile();
    } catch (IOException alreadyTold) {
      reader = Optional.empty();
    }
  }

  private void closeFile() throws IOException {
    bytesBefore += Files.size(file.orElseThrow());
    if (reader.isPresent()) {
      var done = reader.get();
      reader = Optional.empty();
      done.close();
    }
  }

  private void putAside(Refusal refusal) {
    refused++;
    if (refusals.size() < REFUSALS_TOLD) {
      refusals.add(refusal);
    }
  }

  private void leaveOut(Refusal part) {
    leftOutParts++;
    if (leftOut.size() < REFUSALS_TOLD) {
      leftOut.add(part);
    }
  }

  @Override
  public Curated next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    var conversation = next.orElseThrow();
    next = Optional.empty();
    return conversation;
  }

  @Override
  public void close() throws UserFacingException {
    if (reader.isPresent()) {
      try {
        reader.get().close();
      } catch (IOException e) {
        throw ImportSources.unreadable(file.orElseThrow(), e);
      }
    }
  }
}
