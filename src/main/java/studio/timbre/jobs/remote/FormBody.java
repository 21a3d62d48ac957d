package studio.timbre.jobs.remote;

import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.function.LongConsumer;

/**
 * A form of words and one file (RFC 7578), read from the disk while it is sent.
 *
 * @param words their names and texts, in order
 */
record FormBody(String boundary, Map<String, String> words, Path file) {

  static FormBody of(Map<String, String> words, Path file) {
    return new FormBody("timbre-" + UUID.randomUUID(), words, file);
  }

  String contentType() {
    return "multipart/form-data; boundary=" + boundary;
  }

  /**
   * Of known length, as some servers take no other.
   *
   * @param told bytes of the file that were taken to be sent, on any thread
   */
  BodyPublisher publisher(LongConsumer told) {
    var head = new StringBuilder();
    words.forEach(
        (name, text) ->
            head.append(
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                    .formatted(boundary, name, text)));
    head.append(
        "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: application/jsonl\r\n\r\n"
            .formatted(boundary, file.getFileName()));
    try {
      return BodyPublishers.concat(
          text(head.toString()),
          new CountedBody(BodyPublishers.ofFile(file), told),
          text("\r\n--" + boundary + "--\r\n"));
    } catch (FileNotFoundException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static BodyPublisher text(String text) {
    return BodyPublishers.ofString(text, StandardCharsets.UTF_8);
  }
}
