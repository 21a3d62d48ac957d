package studio.timbre.jobs.local;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import studio.timbre.model.JobEvent;
import studio.timbre.model.JobId;
import studio.timbre.model.UserFacingException;

/** Names what went wrong in a worker: a code, a sentence for people, and the technical text. */
final class WorkerFailures {
  private WorkerFailures() {}

  /**
   * @param key of the sentence in the message bundles
   * @param sentence in English
   */
  record Reason(String key, String sentence) {
    /** {@code out_of_memory} for {@code failure.out_of_memory}; the whole key of other sentences. */
    String code() {
      return key.startsWith("failure.") ? key.substring("failure.".length()) : key;
    }
  }

  static final Reason OUT_OF_MEMORY =
      new Reason(
          "failure.out_of_memory",
          "Training needed more memory than this computer has free. What was saved is kept. Close other programs, or choose a"
              + " smaller batch or a shorter longest conversation, and train again.");
  static final Reason DISK_FULL =
      new Reason(
          "failure.disk_full",
          "The disk is full, so the training could not save its state. Make room and start it again.");
  static final Reason FILES =
      new Reason(
          "failure.files",
          "A file of this training could not be read or written. Check that the disk is there and not write-protected, and"
              + " start it again.");
  static final Reason NOT_STARTED =
      new Reason(
          "failure.worker_not_started",
          "The training program could not be started. Nothing was trained; the technical text says why.");
  static final Reason INTERNAL =
      new Reason(
          "failure.internal",
          "The training ended by a fault in Timbre. What was saved is kept; the technical text helps those who mend it.");

  static JobEvent.Failed event(JobId job, long sequence, Instant time, Throwable failure) {
    var reason = reason(failure);
    return new JobEvent.Failed(
        job, sequence, time, reason.code(), reason.sentence(), Optional.of(trace(failure)));
  }

  static Reason reason(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String text = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
      if (cause instanceof UserFacingException known) {
        return new Reason(known.key(), known.getMessage());
      } else if (cause instanceof OutOfMemoryError
          || text.contains("can't allocate memory")
          || text.contains("not enough memory")
          || text.contains("bad_alloc")) {
        return OUT_OF_MEMORY;
      } else if (cause instanceof IOException
          && (text.contains("no space left") || text.contains("not enough space"))) {
        return DISK_FULL;
      } else if (cause instanceof FileSystemException) {
        return FILES;
      }
    }
    return failure instanceof IOException ? FILES : INTERNAL;
  }

  static JobEvent.Failed didNotStart(JobId job, long sequence, Instant time, WorkerFolder folder) {
    return new JobEvent.Failed(
        job,
        sequence,
        time,
        NOT_STARTED.code(),
        NOT_STARTED.sentence(),
        Optional.of(endOfLog(folder)));
  }

  private static String endOfLog(WorkerFolder folder) {
    try {
      List<String> lines = Files.readAllLines(folder.log());
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static String trace(Throwable failure) {
    var text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
