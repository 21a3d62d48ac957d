package studio.timbre.app;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.OptionalLong;
import studio.timbre.model.UserFacingException;

/** Where the bytes of a picture come from: the address that holds them, a server, or a file. */
public final class PictureSource {
  /** OpenAI's limit for one picture; larger ones are not trained on either. */
  public static final int LARGEST = 10_000_000;

  /** A picture of more points is not drawn: unpacked, it would fill the memory. */
  private static final long MOST_POINTS = 50_000_000;

  /** WEBP is unpacked as a whole before it is made smaller. */
  private static final long MOST_WEBP_POINTS = 25_000_000;

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** The bytes of a picture, and what they are by their beginning, as {@code PNG}. */
  public record Loaded(byte[] bytes, String kind) {
    /** Whether it can be unpacked safely: of more points it would fill the memory. */
    public boolean isDrawable() {
      var points = points();
      return points.isPresent()
          && points.getAsLong() <= (kind.equals("WEBP") ? MOST_WEBP_POINTS : MOST_POINTS);
    }

    /** Whether not even its head can be read. */
    public boolean isBroken() {
      return points().isEmpty();
    }

    private OptionalLong points() {
      return switch (kind) {
        case "PNG" -> bytes.length > 24 ? product(number(16), number(20)) : OptionalLong.empty();
        case "GIF" -> bytes.length > 10 ? product(little(6), little(8)) : OptionalLong.empty();
        case "JPEG" -> jpegPoints();
        case "WEBP" -> WebpPicture.points(bytes);
        default -> OptionalLong.empty();
      };
    }

    private static OptionalLong product(long width, long height) {
      return width > 0 && height > 0 ? OptionalLong.of(width * height) : OptionalLong.empty();
    }

    private long number(int at) {
      return ByteBuffer.wrap(bytes).getInt(at);
    }

    private long little(int at) {
      return (bytes[at] & 0xff) | (bytes[at + 1] & 0xff) << 8;
    }

    /** The frame header (SOF, ITU-T T.81 B.2.2) holds height and width. */
    private OptionalLong jpegPoints() {
      int at = 2;
      while (at + 9 < bytes.length && (bytes[at] & 0xff) == 0xff) {
        int marker = bytes[at + 1] & 0xff;
        boolean frame =
            marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
        if (frame) {
          return product(big(at + 7), big(at + 5));
        }
        at += 2 + big(at + 2);
      }
      return OptionalLong.empty();
    }

    private int big(int at) {
      return (bytes[at] & 0xff) << 8 | (bytes[at + 1] & 0xff);
    }
  }

  private PictureSource() {}

  /**
   * Reads a picture out of a {@code data:} address, or fetches it from a server.
   *
   * @throws IOException when it cannot be had, is no picture or is larger than {@link #LARGEST}
   */
  public static Loaded read(String address) throws IOException, InterruptedException {
    return address.regionMatches(true, 0, "data:", 0, 5) ? data(address) : fetch(address);
  }

  private static Loaded data(String address) throws IOException {
    int comma = address.indexOf(',');
    if (comma < 0 || !address.substring(0, comma).endsWith(";base64")) {
      throw new IOException("not base64");
    }
    // Four characters hold three bytes.
    if ((address.length() - comma) * 3L / 4 > LARGEST + 3L) {
      throw new IOException("too large");
    }
    try {
      return loaded(Base64.getMimeDecoder().decode(address.substring(comma + 1)));
    } catch (IllegalArgumentException e) {
      throw new IOException("not base64", e);
    }
  }

  private static Loaded fetch(String address) throws IOException, InterruptedException {
    try (var client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(PATIENCE)
            .build()) {
      var request = HttpRequest.newBuilder(URI.create(address)).timeout(PATIENCE).build();
      var answer = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream body = answer.body()) {
        if (answer.statusCode() != 200) {
          throw new IOException("status " + answer.statusCode());
        }
        return loaded(body.readNBytes(LARGEST + 1));
      }
    }
  }

  private static Loaded loaded(byte[] bytes) throws IOException {
    if (bytes.length > LARGEST) {
      throw new IOException("too large");
    }
    return new Loaded(bytes, kind(bytes));
  }

  private static String kind(byte[] bytes) throws IOException {
    var start = new String(Arrays.copyOf(bytes, 12), StandardCharsets.ISO_8859_1);
    if (start.startsWith("\u0089PNG")) {
      return "PNG";
    }
    if (start.startsWith("\u00ff\u00d8\u00ff")) {
      return "JPEG";
    }
    if (start.startsWith("RIFF") && start.endsWith("WEBP")) {
      return "WEBP";
    }
    if (start.startsWith("GIF8")) {
      return "GIF";
    }
    throw new IOException("no picture");
  }

  /**
   * A picture from a file as a {@code data:} address.
   *
   * @throws UserFacingException when it cannot be read, is larger than {@link #LARGEST}, or is of a kind that models do not take
   */
  public static String dataOf(Path file) throws UserFacingException {
    String name = String.valueOf(file.getFileName());
    byte[] bytes;
    try (var stream = Files.newInputStream(file)) {
      bytes = stream.readNBytes(LARGEST + 1);
    } catch (IOException e) {
      throw new UserFacingException(
          "error.picture.file",
          "%s could not be read, so no picture was added. Check that it is there.".formatted(name),
          e,
          name);
    }
    if (bytes.length > LARGEST) {
      throw new UserFacingException(
          "error.picture.large",
          "%s is larger than 10 MB, which no model is trained on. Make it smaller.".formatted(name),
          name);
    }
    try {
      String kind = kind(bytes);
      if (!kind.equals("GIF")) {
        return "data:image/"
            + kind.toLowerCase(java.util.Locale.ROOT)
            + ";base64,"
            + Base64.getEncoder().encodeToString(bytes);
      }
    } catch (IOException e) {
      // Told below.
    }
    throw new UserFacingException(
        "error.picture.kind",
        "%s is neither a JPEG, a PNG nor a WEBP picture, so no model is trained on it."
            .formatted(name),
        name);
  }
}
