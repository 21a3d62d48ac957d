package studio.timbre.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A large file on its way to a provider in parts, so that after an end of the program the parts that have arrived are not sent again.
 *
 * @param file its name
 * @param id the provider's name of the upload
 * @param expires until when the provider waits for the rest
 * @param partBytes of each part but the last
 * @param parts the provider's names of those that have arrived, in the order of the file
 */
public record PartedUpload(
    String file, String id, Instant expires, int partBytes, List<String> parts) {

  public PartedUpload {
    parts = List.copyOf(parts);
  }

  public PartedUpload withPart(String part) {
    var more = new ArrayList<>(parts);
    more.add(part);
    return new PartedUpload(file, id, expires, partBytes, more);
  }

  /** Where the next part begins in the file. */
  public long sentBytes() {
    return (long) parts.size() * partBytes;
  }
}
