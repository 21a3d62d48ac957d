package studio.timbre.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import studio.timbre.dataset.ConversationReader;
import studio.timbre.dataset.JsonlWriter;
import studio.timbre.model.Conversation;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.ImportReport;
import studio.timbre.model.ImportReport.Refusal;
import studio.timbre.model.Progress;
import studio.timbre.model.Split;
import studio.timbre.model.Status;
import studio.timbre.model.UserFacingException;
import studio.timbre.store.Conversations;
import studio.timbre.store.Edits;

/** Takes training files into a project and writes them out of it. */
final class Transfer {
  private static final int REFUSALS_TOLD = 1000;
  private static final int REPORT_EVERY = 200;

  private final Conversations conversations;
  private final Edits edits;

  Transfer(Conversations conversations, Edits edits) {
    this.conversations = conversations;
    this.edits = edits;
  }

  /** One change; nothing comes in when it is cancelled. Progress is told in bytes. */
  ImportReport read(Path source, Split split, Status status, Progress progress)
      throws UserFacingException {
    try (var reader = ConversationReader.open(source)) {
      var lines = new GoodLines(reader, Files.size(source), progress);
      long imported;
      try {
        imported = edits.addAll(lines, split, status);
      } catch (CancellationException _) {
        imported = 0;
      }
      return new ImportReport(
          imported, lines.refusals, lines.refused, lines.leftOut, lines.leftOutParts);
    } catch (UncheckedIOException e) {
      throw unreadable(source, e.getCause());
    } catch (IOException e) {
      throw unreadable(source, e);
    }
  }

  /** The conversations of a file; what is refused is put aside. */
  private static final class GoodLines implements Iterator<Conversation> {
    private final ConversationReader reader;
    private final long bytes;
    private final Progress progress;
    private final List<Refusal> refusals = new ArrayList<>();
    private final List<Refusal> leftOut = new ArrayList<>();
    private long refused;
    private long leftOutParts;
    private long lines;
    private Optional<Conversation> next = Optional.empty();

    GoodLines(ConversationReader reader, long bytes, Progress progress) {
      this.reader = reader;
      this.bytes = bytes;
      this.progress = progress;
    }

    @Override
    public boolean hasNext() {
      while (next.isEmpty()) {
        Optional<ConversationReader.Line> line = nextLine();
        if (line.isEmpty()) {
          progress.report(bytes, bytes);
          return false;
        }
        switch (line.get()) {
          case ConversationReader.Line.Good good -> {
            next = Optional.of(good.conversation());
            good.leftOut().forEach(this::leaveOut);
          }
          case ConversationReader.Line.Refused(_, var refusal) -> putAside(refusal);
        }
      }
      return true;
    }

    private Optional<ConversationReader.Line> nextLine() {
      if (progress.isCancelled()) {
        throw new CancellationException();
      }
      if (lines++ % REPORT_EVERY == 0) {
        progress.report(reader.bytesRead(), bytes);
      }
      try {
        return reader.next();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
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
    public Conversation next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      var conversation = next.orElseThrow();
      next = Optional.empty();
      return conversation;
    }
  }

  /** The file is there, whole, when this returns; a cancelled export leaves the target as it was and answers 0. */
  long write(ConversationQuery query, String counter, Path target, Progress progress)
      throws UserFacingException {
    long total = conversations.totals(query, counter).conversations();
    var written = new long[1];
    try (var writer = JsonlWriter.open(target)) {
      conversations.each(
          query,
          counter,
          row -> {
            if (progress.isCancelled()) {
              throw new CancellationException();
            }
            write(writer, row.conversation());
            if (written[0]++ % REPORT_EVERY == 0) {
              progress.report(written[0], total);
            }
          });
      writer.finish();
      progress.report(written[0], total);
      return written[0];
    } catch (CancellationException _) {
      return 0;
    } catch (UncheckedIOException e) {
      throw unwritable(target, e.getCause());
    } catch (IOException e) {
      throw unwritable(target, e);
    }
  }

  private static void write(JsonlWriter writer, Conversation conversation) {
    try {
      writer.write(conversation);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static UserFacingException unreadable(Path file, IOException cause) {
    String name = String.valueOf(file.getFileName());
    return cause instanceof NoSuchFileException
        ? new UserFacingException(
            "error.dataset.missing",
            "There is no file %s any more, so nothing was imported. Look where it has gone."
                .formatted(name),
            cause,
            name)
        : new UserFacingException(
            "error.dataset.unreadable",
            "%s could not be read, so nothing was imported. Check that the file can be opened elsewhere."
                .formatted(name),
            cause,
            name);
  }

  private static UserFacingException unwritable(Path file, IOException cause) {
    String name = String.valueOf(file.getFileName());
    boolean full = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT).contains("space");
    if (full && !(cause instanceof AccessDeniedException)) {
      return new UserFacingException(
          "error.dataset.full",
          "The disk is full, so %s was not written; a file of that name is as it was. Free some space and export again."
              .formatted(name),
          cause,
          name);
    }
    return new UserFacingException(
        "error.dataset.unwritable",
        "%s could not be written; a file of that name is as it was. Choose another folder."
            .formatted(name),
        cause,
        name);
  }
}
