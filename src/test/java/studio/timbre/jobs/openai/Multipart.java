package studio.timbre.jobs.openai;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads a form of several parts, byte for byte. */
public final class Multipart {
  private static final Pattern NAME = Pattern.compile("name=\"([^\"]+)\"");
  private static final Pattern FILE = Pattern.compile("filename=\"([^\"]+)\"");

  /** One part. */
  public record Part(String file, byte[] bytes) {
    public String text() {
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  private Multipart() {}

  public static Map<String, Part> read(byte[] body, String contentType) {
    var parts = new LinkedHashMap<String, Part>();
    String boundary = "--" + contentType.replaceAll(".*boundary=\"?([^\";]+).*", "$1");
    // Latin-1 keeps every byte as one character.
    String whole = new String(body, StandardCharsets.ISO_8859_1);
    for (var piece : whole.split(Pattern.quote(boundary))) {
      int head = piece.indexOf("\r\n\r\n");
      var name = NAME.matcher(head < 0 ? "" : piece.substring(0, head));
      if (name.find()) {
        var file = FILE.matcher(piece.substring(0, head));
        var content = piece.substring(head + 4, piece.length() - 2);
        parts.put(
            name.group(1),
            new Part(
                file.find() ? file.group(1) : "", content.getBytes(StandardCharsets.ISO_8859_1)));
      }
    }
    return parts;
  }
}
