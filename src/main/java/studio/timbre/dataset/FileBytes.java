package studio.timbre.dataset;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import studio.timbre.model.UserFacingException;

/** The bytes of a text file, of which a small part is held at a time, with the line that each stands in. */
final class FileBytes implements AutoCloseable {
  private static final int SIZE = 1 << 16;

  private final InputStream input;
  private final byte[] buffer = new byte[SIZE];
  private int place;
  private int filled;
  private long bytesRead;
  private long line = 1;
  private long lineStart;

  private FileBytes(InputStream input) {
    this.input = input;
  }

  /**
   * Opens it behind its byte-order mark, if it has one.
   *
   * @throws UserFacingException when the file is UTF-16 or UTF-32, with or without a mark
   */
  static FileBytes open(Path file) throws IOException, UserFacingException {
    var bytes = new FileBytes(Files.newInputStream(file));
    boolean begun = false;
    try {
      bytes.passByteOrderMark(file);
      begun = true;
      return bytes;
    } finally {
      if (!begun) {
        bytes.close();
      }
    }
  }

  private void passByteOrderMark(Path file) throws IOException, UserFacingException {
    filled = input.readNBytes(buffer, 0, SIZE);
    bytesRead = filled;
    int first = byteAt(0);
    int second = byteAt(1);
    boolean marked = (first == 0xfe && second == 0xff) || (first == 0xff && second == 0xfe);
    boolean everyOtherIsZero = (first == 0) != (second == 0) && second >= 0;
    if (marked || everyOtherIsZero) {
      String name = String.valueOf(file.getFileName());
      throw new UserFacingException(
          "error.dataset.encoding",
          name
              + " is saved as UTF-16, so nothing was read. Save it as UTF-8 in the program that it"
              + " comes from, then import it again.",
          name);
    }
    if (first == 0xef && second == 0xbb && byteAt(2) == 0xbf) {
      place = 3;
      lineStart = 3;
    }
  }

  private int byteAt(int index) {
    return index < filled ? buffer[index] & 0xff : -1;
  }

  /** What is held and not yet read: at the beginning of the file its first 64 KiB. */
  byte[] held() {
    return Arrays.copyOfRange(buffer, place, filled);
  }

  /** How much of the file is read. */
  long bytesRead() {
    return bytesRead - (filled - place);
  }

  /** The line of the next byte, from 1. */
  long line() {
    return line;
  }

  /** Bytes before the next one in its line. */
  long column() {
    return bytesRead() - lineStart;
  }

  /** The next byte, which stays the next one; -1 at the end. */
  int peek() throws IOException {
    return place < filled || fill() ? buffer[place] & 0xff : -1;
  }

  /** Goes past the byte that {@link #peek} answered. */
  void pass() {
    if (buffer[place++] == '\n') {
      line++;
      lineStart = bytesRead();
    }
  }

  /** Goes past white space and answers the byte behind it. */
  int peekBehindSpace() throws IOException {
    int next = peek();
    while (isSpace(next)) {
      pass();
      next = peek();
    }
    return next;
  }

  static boolean isSpace(int value) {
    return value == ' ' || value == '\t' || value == '\r' || value == '\n';
  }

  private boolean fill() throws IOException {
    filled = Math.max(0, input.read(buffer));
    place = 0;
    bytesRead += filled;
    return filled > 0;
  }

  /**
   * Takes the bytes up to the line break and goes past it; false when there are more than {@code most}, of which the rest is passed
   * over.
   */
  boolean takeLine(ByteArrayOutputStream taken, int most) throws IOException {
    boolean fits = true;
    while (place < filled || fill()) {
      int end = place;
      while (end < filled && buffer[end] != '\n') {
        end++;
      }
      fits &= taken.size() + (end - place) <= most;
      if (fits) {
        taken.write(buffer, place, end - place);
      }
      place = end;
      if (place < filled) {
        pass();
        return fits;
      }
    }
    return fits;
  }

  /**
   * Goes past what is held up to the next quote, backslash or line break and answers how much that is; takes it where it is no more
   * than {@code most}.
   */
  int takePlain(ByteArrayOutputStream taken, int most) {
    int end = place;
    while (end < filled && buffer[end] != '"' && buffer[end] != '\\' && buffer[end] != '\n') {
      end++;
    }
    int length = end - place;
    if (length <= most) {
      taken.write(buffer, place, length);
    }
    place = end;
    return length;
  }

  @Override
  public void close() throws IOException {
    input.close();
  }
}
