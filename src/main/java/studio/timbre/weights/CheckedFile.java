package studio.timbre.weights;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import studio.timbre.model.Progress;
import studio.timbre.model.UserFacingException;

/** A file being written whose check sum grows along. */
final class CheckedFile implements AutoCloseable {

  private static final int BUFFER = 1 << 18;

  private final FileChannel channel;
  private final MessageDigest digest;
  private long length;

  private CheckedFile(FileChannel channel) {
    this.channel = channel;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Begins a new file, or an old one anew. */
  static CheckedFile create(Path file) throws IOException {
    return new CheckedFile(
        FileChannel.open(
            file,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING));
  }

  /** Goes on behind what the file holds already; that is read once for the check sum. */
  static CheckedFile append(Path file) throws IOException {
    var channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    var checked = new CheckedFile(channel);
    var buffer = ByteBuffer.allocate(BUFFER);
    while (channel.read(buffer) >= 0) {
      checked.length += buffer.position();
      checked.digest.update(buffer.array(), 0, buffer.position());
      buffer.clear();
    }
    return checked;
  }

  /**
   * Writes everything that comes.
   *
   * @param most more bytes than this are not taken: the file is not what was promised
   * @throws UserFacingException if somebody stopped it
   */
  void copy(InputStream in, long most, Progress progress) throws IOException, UserFacingException {
    var buffer = new byte[BUFFER];
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      if (progress.isCancelled()) {
        throw DownloadProblems.cancelled();
      }
      write(buffer, read);
      if (length > most) {
        return;
      }
    }
  }

  void write(byte[] bytes) throws IOException {
    write(bytes, bytes.length);
  }

  private void write(byte[] bytes, int count) throws IOException {
    for (var rest = ByteBuffer.wrap(bytes, 0, count); rest.hasRemaining(); ) {
      channel.write(rest);
    }
    digest.update(bytes, 0, count);
    length += count;
  }

  long length() {
    return length;
  }

  /** Of everything written; can be asked once. */
  String sha256() {
    return HexFormat.of().formatHex(digest.digest());
  }

  @Override
  public void close() throws IOException {
    channel.force(true);
    channel.close();
  }
}
