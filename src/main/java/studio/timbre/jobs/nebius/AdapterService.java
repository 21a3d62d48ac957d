package studio.timbre.jobs.nebius;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.timbre.jobs.remote.CallFailure;
import studio.timbre.jobs.remote.Pace;
import studio.timbre.jobs.remote.RestClient;
import studio.timbre.jobs.remote.SafeAddress;
import studio.timbre.model.ApiKey;
import studio.timbre.model.Connection;
import studio.timbre.model.UserFacingException;

/** The service by which a tuned adapter comes to answer: {@code /v0/models} beside the {@code /v1} of all other calls. Each call is sent once. */
public final class AdapterService implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String MODELS = "/v0/models";

  /**
   * An adapter as the service knows it.
   *
   * @param name by which it is asked once it is active
   * @param source the job and the checkpoint that it came from
   * @param status {@code validating}, {@code active}, {@code error}, or another word
   * @param reason why it is in error, in the provider's words
   */
  public record Served(String name, String source, String status, String reason) {
    public boolean isActive() {
      return status.equals("active");
    }

    public boolean isBroken() {
      return status.equals("error");
    }
  }

  private final RestClient client;

  public AdapterService(Connection connection, ApiKey key, Pace pace) throws UserFacingException {
    SafeAddress.check(connection.address());
    this.client = new RestClient(root(connection.address()), key, PATIENCE, PATIENCE, pace);
  }

  /** The address without the {@code /v1} at its end: the service lies beside it. */
  static URI root(URI address) {
    return URI.create(SafeAddress.base(address).replaceAll("/v1$", ""));
  }

  /**
   * The id of the checkpoint that a job ended with.
   *
   * @param name its id, or the name that the provider has given it; where it is neither, the last checkpoint is meant
   */
  public String checkpoint(String job, String name) throws CallFailure, InterruptedException {
    var answer = client.get("/v1/fine_tuning/jobs/" + encoded(job) + "/checkpoints?limit=100");
    Optional<JsonNode> last = Optional.empty();
    for (var each : answer.path("data")) {
      String id = each.path("id").asText("");
      if (id.equals(name) || each.path("fine_tuned_model_checkpoint").asText("").equals(name)) {
        return client.clean(id);
      }
      boolean isLater =
          last.isEmpty()
              || each.path("step_number").asLong() > last.get().path("step_number").asLong();
      if (!id.isBlank() && isLater) {
        last = Optional.of(each);
      }
    }
    return client.clean(last.orElseThrow(client::unreadable).path("id").asText());
  }

  /**
   * Asks for an adapter to be served, once.
   *
   * @param base by the name under which it answers, which is not always that under which it is trained
   * @param source job and checkpoint with a colon between
   */
  public Served create(String name, String base, String source)
      throws CallFailure, InterruptedException {
    var body =
        JsonNodeFactory.instance
            .objectNode()
            .put("name", name)
            .put("base_model", base)
            .put("source", source)
            .put("description", "Tuned with Timbre");
    return named(served(client.post(MODELS, body)));
  }

  public Served read(String name) throws CallFailure, InterruptedException {
    return served(client.get(path(name)));
  }

  public List<Served> list() throws CallFailure, InterruptedException {
    var answer = client.get(MODELS);
    var list = answer.isArray() ? answer : answer.path("data");
    if (!list.isArray()) {
      throw client.unreadable();
    }
    var all = new ArrayList<Served>();
    list.forEach(each -> all.add(served(each)));
    return all;
  }

  public void delete(String name) throws CallFailure, InterruptedException {
    client.delete(path(name));
  }

  private Served named(Served served) throws CallFailure {
    if (served.name().isBlank()) {
      throw client.unreadable();
    }
    return served;
  }

  private Served served(JsonNode node) {
    return new Served(
        text(node, "name"),
        text(node, "source"),
        text(node, "status"),
        text(node, "status_reason"));
  }

  private String text(JsonNode node, String field) {
    return client.clean(node.path(field).asText(""));
  }

  /** The slashes in a name stand as they are, as in the provider's own examples. */
  private static String path(String name) {
    return MODELS + "/" + encoded(name).replace("%2F", "/").replace("%3A", ":");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Override
  public void close() {
    client.close();
  }
}
