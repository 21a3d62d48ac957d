package studio.timbre.jobs.remote;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import studio.timbre.model.JobId;

/**
 * The files of a job as its provider gets them, kept in the job's folder. Their names belong to this job alone, so that a file whose
 * upload was not answered is found in the provider's list.
 */
public record SentFiles(Path folder, JobId job) {
  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  public Path training() {
    return folder.resolve("timbre-" + job + ".jsonl");
  }

  public Path validation() {
    return folder.resolve("timbre-" + job + "-validation.jsonl");
  }

  boolean hasValidation() {
    return Files.exists(validation());
  }

  boolean isOurs(String name) {
    return name.equals(training().getFileName().toString())
        || name.equals(validation().getFileName().toString());
  }

  /** What goes into a file. */
  @FunctionalInterface
  public interface Contents {
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Writes what will be sent.
   *
   * @param byteOrderMark {@link ProviderDialect#wantsByteOrderMark}
   */
  public void write(
      boolean byteOrderMark, Contents training, Optional<? extends Contents> validation)
      throws IOException {
    Files.createDirectories(folder);
    write(byteOrderMark, training, training());
    if (validation.isPresent()) {
      write(byteOrderMark, validation.get(), validation());
    }
  }

  private static void write(boolean mark, Contents contents, Path to) throws IOException {
    try (var out = new BufferedOutputStream(Files.newOutputStream(to))) {
      if (mark) {
        out.write(MARK);
      }
      contents.writeTo(out);
    }
  }

  /** Lines that hold something: conversations. */
  static int lines(Path file) {
    if (!Files.exists(file)) {
      return 0;
    }
    try (var lines = Files.lines(file)) {
      return (int) lines.filter(line -> !line.isBlank()).count();
    } catch (IOException | java.io.UncheckedIOException e) {
      return 0;
    }
  }
}
