package studio.timbre.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import studio.timbre.dataset.ConversationReader;
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

  private final SourceReader reader;
  private final Split split;
  private final Status status;
  private final Progress progress;
  private final List<Refusal> refusals = new ArrayList<>();
  private final List<Refusal> leftOut = new ArrayList<>();
  private long refused;
  private long leftOutParts;
  private long lines;
  private Optional<Curated> next = Optional.empty();

  private ImportedFiles(SourceReader reader, Split split, Status status, Progress progress) {
    this.reader = reader;
    this.split = split;
    this.status = status;
    this.progress = progress;
  }

  /**
   * @param split of what says nothing of its own
   * @param status of what says nothing of its own
   * @throws UserFacingException where there is no such file
   */
  static ImportedFiles of(
      List<Path> sources, Split split, Status status, TableMappings mappings, Progress progress)
      throws UserFacingException {
    var reader = SourceReader.of(sources, SourceReader.Opening.under(mappings));
    return new ImportedFiles(reader, split, status, progress);
  }

  /** To be called at the end, when what came in is on the disk. */
  ImportReport report(long imported) {
    if (!progress.isCancelled()) {
      progress.report(reader.bytes(), reader.bytes());
    }
    return new ImportReport(imported, refusals, refused, leftOut, leftOutParts);
  }

  @Override
  public boolean hasNext() {
    try {
      while (next.isEmpty()) {
        goOn();
        if (lines++ % REPORT_EVERY == 0) {
          progress.report(reader.bytesRead(), reader.bytes());
        }
        var line = reader.next();
        if (line.isEmpty()) {
          return false;
        }
        take(line.get());
      }
    } catch (UserFacingException e) {
      throw new Unreadable(e);
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

  private void take(ConversationReader.Line line) {
    switch (line) {
      case ConversationReader.Line.Good good -> {
        next = Optional.of(good.placing().place(good.conversation(), split, status));
        good.leftOut().forEach(this::leaveOut);
      }
      case ConversationReader.Line.Refused(_, var refusal) -> putAside(refusal);
      case ConversationReader.Line.Beside(_, var part) -> leaveOut(part);
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
    reader.close();
  }
}
