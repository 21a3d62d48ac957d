package studio.timbre.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** Nebius' service of adapters on this computer, over real HTTP. */
public final class AdapterServer implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What happens to the next request for an adapter. */
  enum Creation {
    TAKEN,
    /** Carried out, but the answer never comes. */
    TAKEN_AND_CUT,
    /** The connection ends before anything is done. */
    CUT,
    KEY_REFUSED,
    REFUSED
  }

  public final List<String> calls = new CopyOnWriteArrayList<>();
  public final List<String> bodies = new CopyOnWriteArrayList<>();
  final Map<String, String> served = new ConcurrentHashMap<>();
  volatile Creation creation = Creation.TAKEN;
  volatile int deleteStatus = 200;

  /** Looks at an adapter until it is no longer in validation. */
  public volatile int looks = 2;

  /** Knows adapters by its list alone. */
  volatile boolean hidesNames;

  public volatile String end = "{\"status\":\"active\"}";
  private final String key;
  private final HttpServer server;

  public AdapterServer(String key) throws IOException {
    this.key = key;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/", this::answer);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
  }

  public long creations() {
    return calls.stream().filter(call -> call.equals("POST /v0/models")).count();
  }

  /** Also as the part of another server. */
  public void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      String path = exchange.getRequestURI().getPath();
      calls.add(exchange.getRequestMethod() + " " + path);
      if (!("Bearer " + key).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
        send(exchange, 401, "{\"error\":{\"message\":\"no\"}}");
        return;
      }
      switch (exchange.getRequestMethod()) {
        case "POST" -> create(exchange, body);
        case "DELETE" -> {
          served.remove(path.replace("/v0/models/", ""));
          send(
              exchange,
              deleteStatus,
              deleteStatus == 200 ? "{}" : "{\"error\":{\"message\":\"no\"}}");
        }
        default -> read(exchange, path);
      }
    }
  }

  private void create(HttpExchange exchange, String body) throws IOException {
    bodies.add(body);
    if (creation == Creation.KEY_REFUSED) {
      send(exchange, 401, "{\"error\":{\"message\":\"wrong key " + key + "\"}}");
      return;
    }
    if (creation == Creation.REFUSED) {
      send(exchange, 400, "{\"error\":{\"message\":\"this base is not served\"}}");
      return;
    }
    if (creation == Creation.CUT) {
      return;
    }
    var asked = JSON.readTree(body);
    String name =
        asked.path("base_model").asText() + "-LoRa:" + asked.path("name").asText() + "-aBcD";
    served.put(name, "");
    if (creation == Creation.TAKEN) {
      send(
          exchange,
          200,
          "{\"name\":\""
              + name
              + "\",\"status\":\""
              + (hidesNames ? "active" : "validating")
              + "\"}");
    }
  }

  private void read(HttpExchange exchange, String path) throws IOException {
    if (path.endsWith("/checkpoints")) {
      send(
          exchange,
          200,
          "{\"data\":[{\"id\":\"ftckpt_1\",\"step_number\":4},{\"id\":\"ftckpt_2\",\"step_number\":8,"
              + "\"fine_tuned_model_checkpoint\":\"named\"}]}");
    } else if (path.equals("/v0/models")) {
      var list =
          new StringBuilder("{\"data\":[{\"name\":\"somebody-elses\",\"status\":\"active\"}");
      served
          .keySet()
          .forEach(
              name ->
                  list.append(
                      ",{\"name\":\""
                          + name
                          + "\",\"status\":\""
                          + (hidesNames ? "active" : "validating")
                          + "\"}"));
      send(exchange, 200, list + "]}");
    } else if (hidesNames || !served.containsKey(path.replace("/v0/models/", ""))) {
      send(exchange, 404, "{\"error\":{\"message\":\"no such model\"}}");
    } else if (looks-- > 0) {
      send(exchange, 200, "{\"status\":\"validating\"}");
    } else {
      send(exchange, 200, end);
    }
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
