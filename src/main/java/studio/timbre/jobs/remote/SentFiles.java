package studio.timbre.jobs.remote;

import java.io.BufferedInputStream;
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

  /**
   * Copies the person's files as they are, but for the byte-order mark that one provider wants and the others do not.
   *
   * @param byteOrderMark {@link ProviderDialect#wantsByteOrderMark}
   */
  public void write(boolean byteOrderMark, Path training, Optional<Path> validation)
      throws IOException {
    Files.createDirectories(folder);
    copy(training, training(), byteOrderMark);
    if (validation.isPresent()) {
      copy(validation.get(), validation(), byteOrderMark);
    }
  }

  private static void copy(Path from, Path to, boolean mark) throws IOException {
    try (var in = new BufferedInputStream(Files.newInputStream(from));
        OutputStream out = Files.newOutputStream(to)) {
      in.mark(MARK.length);
      if (!java.util.Arrays.equals(in.readNBytes(MARK.length), MARK)) {
        in.reset();
      }
      if (mark) {
        out.write(MARK);
      }
      in.transferTo(out);
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
