package studio.timbre.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import studio.timbre.model.PartedUpload;

/** Uploads in parts as a JSON list, as Timbre keeps them. */
public final class PartedUploadJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private PartedUploadJson() {}

  public static String write(List<PartedUpload> uploads) {
    var list = JsonNodeFactory.instance.arrayNode();
    for (var upload : uploads) {
      var node = list.addObject();
      node.put("file", upload.file());
      node.put("id", upload.id());
      node.put("expires", upload.expires().toString());
      node.put("part_bytes", upload.partBytes());
      var parts = node.putArray("parts");
      upload.parts().forEach(parts::add);
    }
    return list.toString();
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalArgumentException when it is no such list
   */
  public static List<PartedUpload> read(String json) {
    try {
      var uploads = new ArrayList<PartedUpload>();
      for (var node : MAPPER.readTree(json)) {
        var parts = new ArrayList<String>();
        node.path("parts").forEach(part -> parts.add(part.asText()));
        uploads.add(
            new PartedUpload(
                node.path("file").asText(),
                node.path("id").asText(),
                Instant.parse(node.path("expires").asText()),
                node.path("part_bytes").asInt(),
                parts));
      }
      return List.copyOf(uploads);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not JSON: " + e.getOriginalMessage(), e);
    }
  }
}
