package studio.timbre.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import studio.timbre.dataset.ConversationWriter;
import studio.timbre.dataset.WrittenLoss;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.ConversationRow;
import studio.timbre.model.ImportReport;
import studio.timbre.model.Placing;
import studio.timbre.model.Progress;
import studio.timbre.model.SheetLanguage;
import studio.timbre.model.SheetPlace;
import studio.timbre.model.Split;
import studio.timbre.model.Status;
import studio.timbre.model.UserFacingException;
import studio.timbre.model.WrittenFormat;
import studio.timbre.store.Conversations;
import studio.timbre.store.Edits;

/** Takes training files into a project and writes them out of it. */
final class Transfer {
  private static final int REPORT_EVERY = 200;

  /**
   * What a table for colleagues is besides its conversations.
   *
   * @param stamp by which it is known when it comes back
   */
  record Sheet(SheetLanguage language, Optional<SheetPlace.Stamp> stamp) {
    static final Sheet NONE = new Sheet(SheetLanguage.ENGLISH, Optional.empty());

    SheetPlace place(long conversation) {
      return new SheetPlace(String.valueOf(conversation), stamp, Set.of());
    }
  }

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
        imported = edits.addAll(files, files::goOn);
      } catch (CancellationException _) {
        imported = 0;
      } catch (ImportedFiles.Unreadable e) {
        throw e.reason();
      }
      return files.report(imported);
    }
  }

  /** The file is there, whole, when this returns; a cancelled export leaves the target as it was. */
  WrittenReport write(
      ConversationQuery query,
      String counter,
      Path target,
      WrittenFormat format,
      Sheet sheet,
      Progress progress)
      throws UserFacingException {
    long total = conversations.totals(query, counter).conversations();
    var done = new long[2];
    var partly = new AtomicLong();
    try (var writer = ConversationWriter.open(target, format, false, sheet.language())) {
      conversations.each(
          query,
          counter,
          row -> {
            if (progress.isCancelled()) {
              throw new CancellationException();
            }
            boolean written = write(writer, row, sheet);
            done[written ? 0 : 1]++;
            if (written && !WrittenLoss.of(format, row.conversation()).isEmpty()) {
              partly.incrementAndGet();
            }
            if ((done[0] + done[1]) % REPORT_EVERY == 1) {
              progress.report(done[0] + done[1], total);
            }
          });
      writer.finish();
      progress.report(total, total);
      return new WrittenReport(done[0], done[1], partly.get());
    } catch (CancellationException _) {
      return new WrittenReport(0, 0, 0);
    } catch (UncheckedIOException e) {
      throw Writing.unwritable(target, e.getCause());
    } catch (IOException e) {
      throw Writing.unwritable(target, e);
    }
  }

  private static boolean write(ConversationWriter writer, ConversationRow row, Sheet sheet) {
    try {
      var placing =
          new Placing(
              Optional.of(row.status()),
              Optional.of(row.split()),
              List.copyOf(row.review().tags()),
              row.review().note(),
              row.review().rating(),
              row.review().assignee(),
              sheet.stamp().map(_ -> sheet.place(row.id())));
      return writer.write(row.conversation(), placing);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
