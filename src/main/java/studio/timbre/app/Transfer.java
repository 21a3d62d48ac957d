package studio.timbre.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import studio.timbre.dataset.JsonlWriter;
import studio.timbre.model.Conversation;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.ImportReport;
import studio.timbre.model.Progress;
import studio.timbre.model.Split;
import studio.timbre.model.Status;
import studio.timbre.model.UserFacingException;
import studio.timbre.store.Conversations;
import studio.timbre.store.Edits;

/** Takes training files into a project and writes them out of it. */
final class Transfer {
  private static final int REPORT_EVERY = 200;

  private final Conversations conversations;
  private final Edits edits;

  Transfer(Conversations conversations, Edits edits) {
    this.conversations = conversations;
    this.edits = edits;
  }

  /** One change; nothing comes in when it is cancelled. Progress is told in bytes. */
  ImportReport read(
      List<Path> sources, Split split, Status status, TableMappings mappings, Progress progress)
      throws UserFacingException {
    try (var files = ImportedFiles.of(sources, split, status, mappings, progress)) {
      long imported;
      try {
        imported = edits.addAll(files);
      } catch (CancellationException _) {
        imported = 0;
      } catch (ImportedFiles.Unreadable e) {
        throw e.reason();
      }
      return files.report(imported);
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
