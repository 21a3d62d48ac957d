package studio.timbre.jobs.fireworks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import studio.timbre.jobs.remote.CallFailure;
import studio.timbre.jobs.remote.RestClient;

/**
 * Fills a data set that was made. A small file goes to Fireworks AI in one request. A larger one is put, whole, at an address for a
 * while that Fireworks AI names and signs, at somebody else's and without the key, and then declared complete; where that breaks off
 * it begins anew, in the same data set.
 *
 * @param mostAtOnce bytes of a file that goes in one request
 */
record FireworksUpload(RestClient client, long mostAtOnce) {
  /** "Up to 150Mb", by the smaller reading of it. */
  static final long MOST_AT_ONCE = 150_000_000;

  private static final Pattern SIGNED_HEADERS =
      Pattern.compile("(?i)(?:^|&)X-(?:Goog|Amz)-SignedHeaders=([^&]*)");

  /**
   * @param place of the data set, behind the address of all calls
   * @param sent told bytes of the file, on any thread
   */
  void fill(String place, Path file, LongConsumer sent) throws CallFailure, InterruptedException {
    long bytes = size(file);
    if (bytes <= mostAtOnce) {
      client.upload(place + ":upload", Map.of(), file, sent);
      return;
    }
    var address = address(place, file, bytes);
    client.putOpenly(address, headers(address, bytes), file, sent);
    client.post(place + ":validateUpload", JsonNodeFactory.instance.objectNode());
  }

  private URI address(String place, Path file, long bytes)
      throws CallFailure, InterruptedException {
    String name = String.valueOf(file.getFileName());
    var body = JsonNodeFactory.instance.objectNode();
    // A whole number of 64 bits, which stands in quotes here.
    body.putObject("filenameToSize").put(name, String.valueOf(bytes));
    var signed = client.post(place + ":getUploadEndpoint", body).path("filenameToSignedUrls");
    return client.named(address(signed, name));
  }

  /** The one file's address; whether it is named as it was asked for is not said. */
  private static String address(JsonNode signed, String name) {
    var own = signed.path(name);
    return own.isTextual() || signed.size() != 1 ? own.asText() : signed.elements().next().asText();
  }

  /**
   * A signature may cover headers, which have to come along as they were signed. Which ones, stands in the address; their values are
   * known from other people's clients only.
   */
  private static Map<String, String> headers(URI address, long bytes) {
    var asked = signedHeaders(address);
    var headers = new TreeMap<String, String>();
    if (asked.contains("content-type")) {
      headers.put("Content-Type", "application/octet-stream");
    }
    if (asked.contains("x-goog-content-length-range")) {
      headers.put("x-goog-content-length-range", bytes + "," + bytes);
    }
    return headers;
  }

  private static Set<String> signedHeaders(URI address) {
    var match = SIGNED_HEADERS.matcher(String.valueOf(address.getRawQuery()));
    return match.find()
        ? new TreeSet<>(
            Set.of(
                URLDecoder.decode(match.group(1), StandardCharsets.UTF_8)
                    .toLowerCase(Locale.ROOT)
                    .split(";")))
        : Set.of();
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
