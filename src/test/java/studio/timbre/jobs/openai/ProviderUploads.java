package studio.timbre.jobs.openai;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import studio.timbre.jobs.openai.ProviderServer.Answer;

/** What a provider does with files in parts: the route {@code /uploads}. An upload is thrown away after an hour. */
final class ProviderUploads {
  private static final Duration LIFE = Duration.ofHours(1);

  /** One upload. */
  static final class Upload {
    final String id;
    final String name;
    final long bytes;
    final Instant expires;
    final Map<String, byte[]> parts = new LinkedHashMap<>();
    String status = "pending";

    private Upload(String id, String name, long bytes, Instant expires) {
      this.id = id;
      this.name = name;
      this.bytes = bytes;
      this.expires = expires;
    }
  }

  final Map<String, Upload> all = new LinkedHashMap<>();
  Supplier<Instant> clock = Instant::now;

  /** Does not tell until when it waits. */
  boolean hidesExpiry;

  boolean refusesCancelling;
  private final ProviderState state;
  private int names;

  ProviderUploads(ProviderState state) {
    this.state = state;
  }

  Answer answer(String[] path, String type, byte[] body) throws IOException {
    if (path.length == 1) {
      var request = ProviderServer.JSON.readTree(body);
      var upload =
          new Upload(
              "upload-" + ++names,
              request.path("filename").asText(),
              request.path("bytes").asLong(),
              clock.get().plus(LIFE));
      all.put(upload.id, upload);
      return Answer.json(200, node(upload));
    }
    var upload = all.get(path[1]);
    if (upload == null) {
      return ProviderServer.error(404, "not_found", "There is no such upload");
    }
    if (upload.status.equals("pending") && !clock.get().isBefore(upload.expires)) {
      upload.status = "expired";
      upload.parts.clear();
    }
    if (!upload.status.equals("pending")) {
      return ProviderServer.error(400, "invalid_upload", "The upload is " + upload.status);
    }
    return switch (path[2]) {
      case "parts" -> add(upload, Multipart.read(body, type).get("data").bytes());
      case "complete" -> complete(upload, body);
      case "cancel" -> cancel(upload);
      default -> ProviderServer.error(404, "not_found", "There is no such route");
    };
  }

  private Answer add(Upload upload, byte[] bytes) {
    String id = "part-" + ++names;
    upload.parts.put(id, bytes);
    return Answer.json(
        200,
        ProviderServer.JSON
            .createObjectNode()
            .put("id", id)
            .put("object", "upload.part")
            .put("created_at", clock.get().getEpochSecond())
            .put("upload_id", upload.id));
  }

  private Answer complete(Upload upload, byte[] body) throws IOException {
    var whole = new ByteArrayOutputStream();
    for (var id : ProviderServer.JSON.readTree(body).path("part_ids")) {
      var part = upload.parts.get(id.asText());
      if (part == null) {
        return ProviderServer.error(400, "invalid_part", "There is no part " + id.asText());
      }
      whole.write(part);
    }
    if (whole.size() != upload.bytes) {
      return ProviderServer.error(400, "invalid_size", "The parts do not come to " + upload.bytes);
    }
    upload.status = "completed";
    upload.parts.clear();
    var node = node(upload);
    node.set("file", state.put(new Multipart.Part(upload.name, whole.toByteArray())));
    return Answer.json(200, node);
  }

  private Answer cancel(Upload upload) {
    if (refusesCancelling) {
      return ProviderServer.error(403, "not_yours", "You may not cancel uploads");
    }
    upload.status = "cancelled";
    upload.parts.clear();
    return Answer.json(200, node(upload));
  }

  private ObjectNode node(Upload upload) {
    var node = ProviderServer.JSON.createObjectNode();
    node.put("id", upload.id).put("object", "upload").put("bytes", upload.bytes);
    node.put("created_at", upload.expires.minus(LIFE).getEpochSecond());
    node.put("filename", upload.name).put("purpose", "fine-tune").put("status", upload.status);
    if (!hidesExpiry) {
      node.put("expires_at", upload.expires.getEpochSecond());
    }
    return node;
  }
}
