package studio.timbre.app;

import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * The first picture of a WEBP file (RFC 9649), unpacked and made smaller.
 *
 * @param argb a point each, from the upper left on, row by row; not premultiplied
 */
public record WebpPicture(int width, int height, int[] argb) {
  private static final int FIRST_CHUNK = 12;
  private static final int HEAD = 8;

  /** Where a chunk says how large its picture is, it does so within its first bytes. */
  private static final int LONGEST_SIZE = 12;

  /** Before the chunks of a frame of an animation. */
  private static final int FRAME_HEAD = 16;

  /**
   * Unpacks it; not for the JavaFX thread.
   *
   * @param least the longer side is made smaller, to no less than this many points
   * @throws IOException when it is broken or cut off
   */
  public static WebpPicture read(byte[] bytes, int least) throws IOException {
    var reader = new WebPImageReaderSpi().createReaderInstance();
    try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      reader.setInput(input);
      int step = Math.max(1, Math.max(reader.getWidth(0), reader.getHeight(0)) / least);
      var wanted = reader.getDefaultReadParam();
      wanted.setSourceSubsampling(step, step, 0, 0);
      var image = reader.read(0, wanted);
      int width = image.getWidth();
      int height = image.getHeight();
      return new WebpPicture(
          width, height, image.getRGB(0, 0, width, height, new int[width * height], 0, width));
    } catch (RuntimeException e) {
      throw new IOException("broken", e);
    } finally {
      reader.dispose();
    }
  }

  /** The points of the largest picture that any of its parts is unpacked to; empty where its head is broken. */
  static OptionalLong points(byte[] bytes) {
    long most = 0;
    int at = FIRST_CHUNK;
    while (at >= FIRST_CHUNK && at <= bytes.length - HEAD) {
      int size = number(bytes, at + 4, 4);
      int body = at + HEAD;
      String kind = new String(bytes, at, 4, StandardCharsets.ISO_8859_1);
      boolean isWhole = body + LONGEST_SIZE <= bytes.length;
      most =
          switch (isWhole ? kind : "") {
            case "VP8X" -> Math.max(most, points(bytes, body + 4, 3, 24, 1));
            case "ANMF" -> Math.max(most, points(bytes, body + 6, 3, 24, 1));
            // RFC 6386, 9.1: a frame's tag and start code come first.
            case "VP8 " -> Math.max(most, points(bytes, body + 6, 2, 14, 0));
            case "VP8L" -> Math.max(most, lossless(bytes, body + 1));
            default -> most;
          };
      at = kind.equals("ANMF") ? body + FRAME_HEAD : size < 0 ? -1 : body + size + (size & 1);
    }
    return most > 0 ? OptionalLong.of(most) : OptionalLong.empty();
  }

  /** Width and height, one behind the other. */
  private static long points(byte[] bytes, int at, int length, int bits, int more) {
    int mask = (1 << bits) - 1;
    return (long) ((number(bytes, at, length) & mask) + more)
        * ((number(bytes, at + length, length) & mask) + more);
  }

  /** Width and height less one, of 14 bits each. */
  private static long lossless(byte[] bytes, int at) {
    int both = number(bytes, at, 4);
    return (long) ((both & 0x3fff) + 1) * ((both >> 14 & 0x3fff) + 1);
  }

  /** The lowest byte first. */
  private static int number(byte[] bytes, int at, int length) {
    int value = 0;
    for (int i = length - 1; i >= 0; i--) {
      value = value << 8 | bytes[at + i] & 0xff;
    }
    return value;
  }
}
