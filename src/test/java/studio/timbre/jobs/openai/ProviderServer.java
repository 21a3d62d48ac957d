package studio.timbre.jobs.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import studio.timbre.jobs.remote.Stall;

/**
 * A provider on this computer, over real HTTP. Every request is held against the published interface; what does not keep to it is
 * in {@link #violations}.
 */
public final class ProviderServer implements AutoCloseable {
  static final ObjectMapper JSON = new ObjectMapper();

  /** A request as the rules for faults see it. */
  public record Call(String method, String path, int number) {
    public boolean isCreate() {
      return method.equals("POST") && path.equals("/fine_tuning/jobs");
    }
  }

  /** An answer. */
  public record Answer(int status, String type, byte[] body, Map<String, String> headers) {
    static Answer json(int status, JsonNode node) {
      return new Answer(
          status, "application/json", node.toString().getBytes(StandardCharsets.UTF_8), Map.of());
    }
  }

  public final List<String> violations = new CopyOnWriteArrayList<>();
  public final List<Call> calls = new CopyOnWriteArrayList<>();
  public final ProviderState state;
  public Function<Call, Fault> faults = _ -> Fault.NONE;

  /** Answers in place of the state's own, for a test that says what a provider says. */
  Function<Call, Optional<Answer>> scripted = _ -> Optional.empty();

  Map<String, String> extraHeaders = Map.of();
  final Stall stall = new Stall();
  Duration slowness = Duration.ofSeconds(2);

  private final String key;
  private final String base;
  private final HttpServer server;
  private final AtomicInteger inFlight = new AtomicInteger();
  private final AtomicInteger number = new AtomicInteger();

  public ProviderServer(String key, ProviderState.Flavour flavour) throws IOException {
    this.key = key;
    this.state = new ProviderState(flavour);
    this.base = flavour == ProviderState.Flavour.AZURE ? "/openai/v1" : "/v1";
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  /** Lets something else answer what begins with a path of its own, which is not held against the published interface. */
  public void beside(String path, HttpHandler handler) {
    server.createContext(path, handler);
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + base);
  }

  private void handle(HttpExchange exchange) throws IOException {
    inFlight.incrementAndGet();
    try (exchange) {
      String whole = exchange.getRequestURI().getPath();
      String path = whole.startsWith(base) ? whole.substring(base.length()) : whole;
      byte[] body = stall.read(exchange.getRequestMethod() + " " + path, exchange.getRequestBody());
      var call = new Call(exchange.getRequestMethod(), path, number.incrementAndGet());
      calls.add(call);
      var query = query(exchange.getRequestURI().getRawQuery());
      check(exchange, call, query, body);
      answer(exchange, call, query, body);
    } finally {
      inFlight.decrementAndGet();
    }
  }

  /** Waits until what was on its way has arrived: a test's clock may move by an hour at once. */
  void awaitQuiet() throws InterruptedException {
    for (int quiet = 0; quiet < 4; quiet++) {
      Thread.sleep(10);
      quiet = inFlight.get() == 0 ? quiet : 0;
    }
  }

  private void answer(HttpExchange exchange, Call call, Map<String, String> query, byte[] body)
      throws IOException {
    if (!isKeyRight(exchange)) {
      send(
          exchange,
          error(401, "invalid_api_key", "Incorrect API key provided: " + presented(exchange)));
      return;
    }
    var own = scripted.apply(call);
    if (own.isPresent()) {
      send(exchange, own.get());
      return;
    }
    var fault = faults.apply(call);
    switch (fault) {
      case NONE -> send(exchange, state.answer(call, query, contentType(exchange), body));
      case TOO_SLOW -> {
        var answer = state.answer(call, query, contentType(exchange), body);
        pauseFor(slowness);
        send(exchange, answer);
      }
      case CUT -> cut(exchange, state.answer(call, query, contentType(exchange), body));
      case HTML -> send(exchange, html(502));
      case HTML_AS_SUCCESS -> send(exchange, html(200));
      case TIMEOUT_408 -> send(exchange, error(408, "timeout", "Request timed out"));
      case CONFLICT_409 -> send(exchange, error(409, "conflict", "Try again"));
      case BUSY_429 -> {
        exchange.getResponseHeaders().set("Retry-After", "2");
        send(exchange, error(429, "rate_limit_exceeded", "Rate limit reached"));
      }
      case ERROR_500 -> send(exchange, error(500, "server_error", "The server had an error"));
      case OVERLOADED_503 -> send(exchange, error(503, "overloaded", "Slow down"));
      case DONE_AND_500 -> {
        state.answer(call, query, contentType(exchange), body);
        send(exchange, error(500, "server_error", "The server had an error"));
      }
      case DIES_BEFORE -> {}
      case DIES_AFTER -> state.answer(call, query, contentType(exchange), body);
      case FIELDS_MISSING -> {
        var answer = state.answer(call, query, contentType(exchange), body);
        var bare = Answer.json(200, JSON.createObjectNode().put("object", "thing"));
        // A refusal stays one.
        send(exchange, answer.status() < 300 ? bare : answer);
      }
    }
  }

  private static void pauseFor(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void send(HttpExchange exchange, Answer answer) throws IOException {
    extraHeaders.forEach(exchange.getResponseHeaders()::set);
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    exchange.getResponseHeaders().set("Content-Type", answer.type());
    exchange.sendResponseHeaders(
        answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
    exchange.getResponseBody().write(answer.body());
  }

  private static void cut(HttpExchange exchange, Answer answer) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", answer.type());
    exchange.sendResponseHeaders(answer.status(), answer.body().length);
    exchange.getResponseBody().write(answer.body(), 0, answer.body().length / 2);
    exchange.getResponseBody().flush();
  }

  private static Answer html(int status) {
    return new Answer(
        status,
        "text/html",
        "<html><body><h1>Bad gateway</h1></body></html>".getBytes(StandardCharsets.UTF_8),
        Map.of());
  }

  static Answer error(int status, String code, String message) {
    ObjectNode error = JSON.createObjectNode();
    error
        .putObject("error")
        .put("message", message)
        .put("type", code)
        .put("code", code)
        .putNull("param");
    return Answer.json(status, error);
  }

  private static String presented(HttpExchange exchange) {
    return String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
  }

  private boolean isKeyRight(HttpExchange exchange) {
    var headers = exchange.getRequestHeaders();
    return state.flavour == ProviderState.Flavour.AZURE
        ? key.equals(headers.getFirst("api-key")) && headers.getFirst("Authorization") == null
        : ("Bearer " + key).equals(headers.getFirst("Authorization"));
  }

  private static String contentType(HttpExchange exchange) {
    return String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"));
  }

  private void check(HttpExchange exchange, Call call, Map<String, String> query, byte[] body)
      throws IOException {
    if (!exchange.getRequestURI().getPath().startsWith(base + "/")) {
      violations.add("outside the address: " + exchange.getRequestURI());
      return;
    }
    var type = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Content-Type"));
    Object read =
        type.filter(t -> t.startsWith("application/json")).isPresent() && body.length > 0
            ? JSON.readTree(body)
            : body;
    violations.addAll(
        PublishedInterface.INSTANCE.faults(call.method(), call.path(), query, type, read));
    if (call.path().matches("/uploads/[^/]+/parts")) {
      var form = Multipart.read(body, type.orElse(""));
      if (!form.keySet().equals(java.util.Set.of("data"))) {
        violations.add("a part of an upload has the parts " + form.keySet());
      }
    }
    if (call.method().equals("POST") && call.path().equals("/files")) {
      var form = Multipart.read(body, type.orElse(""));
      if (!form.keySet().equals(java.util.Set.of("file", "purpose"))) {
        violations.add("an upload has the parts " + form.keySet());
      }
      var purpose = JSON.createObjectNode();
      purpose.put("file", "binary");
      purpose.put("purpose", form.get("purpose").text());
      violations.addAll(PublishedInterface.INSTANCE.against("CreateFileRequest", purpose));
    }
  }

  private static Map<String, String> query(String raw) {
    var query = new LinkedHashMap<String, String>();
    if (raw != null) {
      for (var pair : raw.split("&")) {
        int equals = pair.indexOf('=');
        query.put(
            URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
    return query;
  }

  public long creates() {
    return calls.stream().filter(Call::isCreate).count();
  }

  List<String> paths() {
    return new ArrayList<>(calls.stream().map(call -> call.method() + " " + call.path()).toList());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
