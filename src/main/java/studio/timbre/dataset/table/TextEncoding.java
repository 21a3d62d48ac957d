package studio.timbre.dataset.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import studio.timbre.json.LeftOut;

/**
 * The encoding of a text file, told by its byte-order mark; without one, UTF-16 by its zero bytes, UTF-8 where every byte of the file
 * fits it, and otherwise Windows-1252, which older programs in Europe and the Americas write.
 *
 * @param markBytes the length of the byte-order mark
 * @param guessed true where the bytes do not prove it
 */
public record TextEncoding(Charset charset, int markBytes, boolean guessed) {
  private static final int CHUNK = 1 << 16;

  /** The one of that name, said by a person; empty where this computer does not know it. */
  static Optional<TextEncoding> named(String name) {
    try {
      return Optional.of(new TextEncoding(Charset.forName(name), 0, false));
    } catch (IllegalArgumentException unknown) {
      return Optional.empty();
    }
  }

  /** The same, past the byte-order mark of a file if that is one of this encoding. */
  TextEncoding behindMark(Path file) throws IOException {
    byte[] start;
    try (var input = Files.newInputStream(file)) {
      start = input.readNBytes(4);
    }
    byte[] mark = charset.name().startsWith("UTF-") ? "\ufeff".getBytes(charset) : new byte[] {};
    boolean marked =
        mark.length > 0
            && start.length >= mark.length
            && Arrays.equals(mark, Arrays.copyOf(start, mark.length));
    return new TextEncoding(charset, marked ? mark.length : 0, false);
  }

  /** Reads the whole file once where it has no mark. */
  public static TextEncoding of(Path file) throws IOException {
    byte[] start;
    try (var input = Files.newInputStream(file)) {
      start = input.readNBytes(4096);
    }
    if (begins(start, 0xef, 0xbb, 0xbf)) {
      return new TextEncoding(StandardCharsets.UTF_8, 3, false);
    }
    if (begins(start, 0xff, 0xfe, 0, 0)) {
      return new TextEncoding(Charset.forName("UTF-32LE"), 4, false);
    }
    if (begins(start, 0, 0, 0xfe, 0xff)) {
      return new TextEncoding(Charset.forName("UTF-32BE"), 4, false);
    }
    if (begins(start, 0xff, 0xfe)) {
      return new TextEncoding(StandardCharsets.UTF_16LE, 2, false);
    }
    if (begins(start, 0xfe, 0xff)) {
      return new TextEncoding(StandardCharsets.UTF_16BE, 2, false);
    }
    int even = zeros(start, 0);
    int odd = zeros(start, 1);
    int pairs = start.length / 2;
    if (pairs > 1 && odd > pairs / 2 && even < pairs / 20 + 1) {
      return new TextEncoding(StandardCharsets.UTF_16LE, 0, false);
    }
    if (pairs > 1 && even > pairs / 2 && odd < pairs / 20 + 1) {
      return new TextEncoding(StandardCharsets.UTF_16BE, 0, false);
    }
    return isUtf8(file)
        ? new TextEncoding(StandardCharsets.UTF_8, 0, false)
        : new TextEncoding(Charset.forName("windows-1252"), 0, true);
  }

  /**
   * Reads the text behind the byte-order mark; bytes that fit nowhere become U+FFFD.
   *
   * @param input at its first byte
   * @param buffered characters that can be gone back over
   */
  public BufferedReader reader(InputStream input, int buffered) throws IOException {
    input.skipNBytes(markBytes);
    var decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    return new BufferedReader(new InputStreamReader(input, decoder), buffered);
  }

  /** What a person has to know of it; nothing where it is certain. */
  public Optional<LeftOut> note() {
    String name = charset.displayName();
    return guessed
        ? Optional.of(
            new LeftOut(
                "dataset.leftOut.encodingGuessed",
                "the file is not UTF-8 and was read as "
                    + name
                    + "; look whether letters with accents are right",
                List.of(name),
                true))
        : Optional.empty();
  }

  private static boolean begins(byte[] bytes, int... first) {
    if (bytes.length < first.length) {
      return false;
    }
    for (int i = 0; i < first.length; i++) {
      if ((bytes[i] & 0xff) != first[i]) {
        return false;
      }
    }
    return true;
  }

  private static int zeros(byte[] bytes, int from) {
    int zeros = 0;
    for (int i = from; i < bytes.length; i += 2) {
      zeros += bytes[i] == 0 ? 1 : 0;
    }
    return zeros;
  }

  private static boolean isUtf8(Path file) throws IOException {
    try (InputStream input = Files.newInputStream(file)) {
      var decoder = StandardCharsets.UTF_8.newDecoder();
      var bytes = ByteBuffer.allocate(CHUNK);
      var chars = CharBuffer.allocate(CHUNK);
      boolean end = false;
      while (!end) {
        int read = input.read(bytes.array(), bytes.position(), bytes.remaining());
        end = read < 0;
        bytes.position(bytes.position() + Math.max(0, read)).flip();
        CoderResult result = decoder.decode(bytes, chars, end);
        if (result.isError()) {
          return false;
        }
        bytes.compact();
        chars.clear();
      }
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
