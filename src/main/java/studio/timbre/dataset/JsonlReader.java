package studio.timbre.dataset;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import studio.timbre.json.ConversationJson;
import studio.timbre.model.Conversation;
import studio.timbre.model.ImportReport.Refusal;
import studio.timbre.model.UserFacingException;

/**
 * Reads a chat training file line by line, holding one line at a time: UTF-8 with or without a byte-order mark, lines ended by LF
 * or CRLF, blank lines passed over.
 */
public final class JsonlReader implements AutoCloseable {
  /** Longer lines are refused. Ten pictures of the largest size that a training line may have do not come to more. */
  static final int MAX_LINE_BYTES = 160 << 20;

  /** A line of the file that is not blank. */
  public sealed interface Line {
    /** From 1, blank lines counted. */
    long number();

    record Good(long number, Conversation conversation) implements Line {}

    record Refused(Refusal refusal) implements Line {
      @Override
      public long number() {
        return refusal.line();
      }
    }
  }

  private final InputStream input;
  private final int maxLineBytes;
  private final byte[] buffer = new byte[1 << 16];
  private int place;
  private int filled;
  private long bytesRead;
  private long number;

  private JsonlReader(InputStream input, int maxLineBytes) {
    this.input = input;
    this.maxLineBytes = maxLineBytes;
  }

  /**
   * @throws UserFacingException when the file as a whole is in an encoding that no training file has
   */
  public static JsonlReader open(Path file) throws IOException, UserFacingException {
    return open(file, MAX_LINE_BYTES);
  }

  static JsonlReader open(Path file, int maxLineBytes) throws IOException, UserFacingException {
    var reader = new JsonlReader(Files.newInputStream(file), maxLineBytes);
    boolean begun = false;
    try {
      reader.passByteOrderMark(file);
      begun = true;
      return reader;
    } finally {
      if (!begun) {
        reader.close();
      }
    }
  }

  private void passByteOrderMark(Path file) throws IOException, UserFacingException {
    filled = input.readNBytes(buffer, 0, buffer.length);
    bytesRead = filled;
    int first = byteAt(0);
    int second = byteAt(1);
    if ((first == 0xfe && second == 0xff) || (first == 0xff && second == 0xfe)) {
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
    }
  }

  private int byteAt(int index) {
    return index < filled ? buffer[index] & 0xff : -1;
  }

  /** How much of the file is read, for showing how far it is. */
  public long bytesRead() {
    return bytesRead - (filled - place);
  }

  /** The next line that is not blank, empty at the end of the file. */
  public Optional<Line> next() throws IOException {
    while (place < filled || fill()) {
      number++;
      var bytes = new ByteArrayOutputStream(512);
      boolean fits = takeLine(bytes);
      if (!fits) {
        long megabytes = maxLineBytes >> 20;
        return refused(
            "dataset.refused.tooLong",
            "the line is longer than " + megabytes + " MB",
            List.of(megabytes));
      }
      if (!isBlank(bytes.toByteArray())) {
        return Optional.of(line(bytes.toByteArray()));
      }
    }
    return Optional.empty();
  }

  private boolean fill() throws IOException {
    filled = Math.max(0, input.read(buffer));
    place = 0;
    bytesRead += filled;
    return filled > 0;
  }

  /** Takes the bytes up to the line break; false when there are too many, of which the rest is passed over. */
  private boolean takeLine(ByteArrayOutputStream line) throws IOException {
    boolean fits = true;
    do {
      int end = place;
      while (end < filled && buffer[end] != '\n') {
        end++;
      }
      fits &= line.size() + (end - place) <= maxLineBytes;
      if (fits) {
        line.write(buffer, place, end - place);
      }
      place = end;
      if (place < filled) {
        place++;
        return fits;
      }
    } while (fill());
    return fits;
  }

  private static boolean isBlank(byte[] line) {
    for (byte b : line) {
      if (b != ' ' && b != '\t' && b != '\r') {
        return false;
      }
    }
    return true;
  }

  private Line line(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return new Line.Good(number, ConversationJson.parse(text));
    } catch (CharacterCodingException e) {
      return refused(
              "dataset.refused.encoding", "the line holds bytes that are not UTF-8", List.of())
          .orElseThrow();
    } catch (UserFacingException e) {
      return new Line.Refused(
          new Refusal(number, e.key(), String.valueOf(e.getMessage()), e.arguments()));
    }
  }

  private Optional<Line> refused(String key, String english, List<Object> arguments) {
    return Optional.of(new Line.Refused(new Refusal(number, key, english, arguments)));
  }

  @Override
  public void close() throws IOException {
    input.close();
  }
}
