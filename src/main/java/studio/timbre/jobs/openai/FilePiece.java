package studio.timbre.jobs.openai;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongConsumer;

/** A file, or a piece of it, that tells how much of it was read. */
final class FilePiece extends InputStream {
  private final RandomAccessFile input;
  private final long bytes;
  private final LongConsumer told;
  private long read;

  private FilePiece(RandomAccessFile input, long bytes, LongConsumer told) {
    this.input = input;
    this.bytes = bytes;
    this.told = told;
  }

  static FilePiece whole(Path file, LongConsumer told) throws IOException {
    return of(file, 0, Files.size(file), told);
  }

  /**
   * @param bytes at most; less at the end of the file
   * @param told bytes read so far
   */
  static FilePiece of(Path file, long from, long bytes, LongConsumer told) throws IOException {
    // Not a channel: that would take an interruption of the thread for a fault of the file.
    var opened = new RandomAccessFile(file.toFile(), "r");
    opened.seek(from);
    long length = Math.min(bytes, opened.length() - from);
    return new FilePiece(opened, length, told);
  }

  /** How long it is in all. */
  long bytes() {
    return bytes;
  }

  @Override
  public int read() throws IOException {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int from, int length) throws IOException {
    if (read >= bytes) {
      return -1;
    }
    int got = input.read(buffer, from, (int) Math.min(length, bytes - read));
    if (got > 0) {
      read += got;
      told.accept(read);
    }
    return got;
  }

  @Override
  public void close() throws IOException {
    input.close();
  }
}
