package studio.timbre.jobs.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import studio.timbre.jobs.openai.Fault;

/** A provider with an interface of its own on this computer, over real HTTP, which fails as it is told to. */
public final class FaultyServer implements AutoCloseable {
  public static final ObjectMapper JSON = new ObjectMapper();

  /**
   * A request.
   *
   * @param path behind the base of all calls
   * @param key whether the right key came with it
   * @param headers the first of each, by small letters
   */
  public record Call(
      String method,
      String path,
      Map<String, String> query,
      String type,
      byte[] body,
      boolean key,
      int number,
      Map<String, String> headers) {
    public boolean is(String wanted) {
      return (method + " " + path).equals(wanted);
    }

    public JsonNode json() throws IOException {
      return JSON.readTree(body);
    }
  }

  /** An answer. */
  public record Answer(int status, String type, byte[] body, Map<String, String> headers) {
    public Answer(int status, String type, byte[] body) {
      this(status, type, body, Map.of());
    }

    public static Answer redirect(String address) {
      return new Answer(307, "text/plain", new byte[0], Map.of("Location", address));
    }

    public static Answer json(int status, JsonNode node) {
      return new Answer(
          status, "application/json", node.toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  public final List<Call> calls = new CopyOnWriteArrayList<>();
  public volatile Function<Call, Fault> faults = _ -> Fault.NONE;

  /** Answers in place of the provider's own. */
  public volatile Function<Call, Optional<Answer>> scripted = _ -> Optional.empty();

  public final Stall stall = new Stall();
  public Duration slowness = Duration.ofMillis(300);

  private final String key;
  private final String base;
  private final FakeProvider provider;
  private final HttpServer server;
  private final AtomicInteger inFlight = new AtomicInteger();
  private final AtomicInteger number = new AtomicInteger();

  public FaultyServer(String key, FakeProvider provider) throws IOException {
    this.key = key;
    this.base = provider.base();
    this.provider = provider;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
    provider.address = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  public URI address() {
    return URI.create(provider.address + base);
  }

  private void handle(HttpExchange exchange) throws IOException {
    inFlight.incrementAndGet();
    try (exchange) {
      String whole = exchange.getRequestURI().getPath();
      String line = exchange.getRequestMethod() + " " + whole.replace(base, "");
      byte[] body = stall.read(line, exchange.getRequestBody());
      var headers = exchange.getRequestHeaders();
      var call =
          new Call(
              exchange.getRequestMethod(),
              whole.startsWith(base) ? whole.substring(base.length()) : whole,
              query(exchange.getRequestURI().getRawQuery()),
              String.valueOf(headers.getFirst("Content-Type")),
              body,
              ("Bearer " + key).equals(headers.getFirst("Authorization")),
              number.incrementAndGet(),
              first(headers));
      calls.add(call);
      if (!call.key() && headers.getFirst("Authorization") != null) {
        send(exchange, error(401, "Invalid key: " + headers.getFirst("Authorization")));
        return;
      }
      var own = scripted.apply(call);
      if (own.isPresent()) {
        send(exchange, own.get());
      } else {
        answer(exchange, call, faults.apply(call));
      }
    } finally {
      inFlight.decrementAndGet();
    }
  }

  /** Waits until what was on its way has arrived: a test's clock may move by an hour at once. */
  public void awaitQuiet() throws InterruptedException {
    for (int quiet = 0; quiet < 4; quiet++) {
      Thread.sleep(10);
      quiet = inFlight.get() == 0 ? quiet : 0;
    }
  }

  private void answer(HttpExchange exchange, Call call, Fault fault) throws IOException {
    switch (fault) {
      case NONE -> send(exchange, provider.answer(call));
      case TOO_SLOW -> {
        var answer = provider.answer(call);
        pause();
        send(exchange, answer);
      }
      case CUT -> cut(exchange, provider.answer(call));
      case HTML -> send(exchange, html(502));
      case HTML_AS_SUCCESS -> send(exchange, html(200));
      case TIMEOUT_408 -> send(exchange, error(408, "Request timed out"));
      case CONFLICT_409 -> send(exchange, error(409, "Try again"));
      case BUSY_429 -> {
        exchange.getResponseHeaders().set("Retry-After", "2");
        send(exchange, error(429, "Rate limit reached"));
      }
      case ERROR_500 -> send(exchange, error(500, "The server had an error"));
      case OVERLOADED_503 -> send(exchange, error(503, "Slow down"));
      case DONE_AND_500 -> {
        provider.answer(call);
        send(exchange, error(500, "The server had an error"));
      }
      case DIES_BEFORE -> {}
      case DIES_AFTER -> provider.answer(call);
      case FIELDS_MISSING -> {
        provider.answer(call);
        send(exchange, Answer.json(200, JSON.createObjectNode().put("object", "thing")));
      }
    }
  }

  private void pause() {
    try {
      Thread.sleep(slowness);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
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
        status, "text/html", "<html><h1>Bad gateway</h1></html>".getBytes(StandardCharsets.UTF_8));
  }

  public static Answer error(int status, String message) {
    var error = JSON.createObjectNode();
    error.putObject("error").put("message", message).put("type", "error").putNull("code");
    return Answer.json(status, error);
  }

  private static Map<String, String> first(Headers headers) {
    var first = new LinkedHashMap<String, String>();
    headers.forEach((name, values) -> first.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
    return first;
  }

  private static Map<String, String> query(String raw) {
    var query = new LinkedHashMap<String, String>();
    if (raw != null) {
      for (var pair : raw.split("&")) {
        int equals = pair.indexOf('=');
        query.put(
            pair.substring(0, equals),
            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
    return query;
  }

  public long creates() {
    return calls.stream().filter(provider::isCreate).count();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
