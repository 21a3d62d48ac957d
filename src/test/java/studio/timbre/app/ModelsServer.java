package studio.timbre.app;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A provider on this computer that answers every call as it is told. */
public final class ModelsServer implements AutoCloseable {
  private final HttpServer server;

  /** Method, path and credentials of every call so far. */
  public final List<String> calls = new CopyOnWriteArrayList<>();

  public volatile int status = 200;
  public volatile String body = "{\"object\":\"list\",\"data\":[]}";
  public volatile String location = "";

  /** What it says about the limits of an account; without a body it has no such route. */
  public volatile int limitsStatus = 200;

  public volatile String limits = "";
  public volatile long limitsSlowMillis;

  /** Waits so long before it answers, and again in the middle of the body. */
  public volatile long slowMillis;

  public ModelsServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  /** As it is typed into a connection. */
  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      Headers headers = exchange.getRequestHeaders();
      calls.add(
          "%s %s %s %s"
              .formatted(
                  exchange.getRequestMethod(),
                  exchange.getRequestURI(),
                  headers.getFirst("Authorization"),
                  headers.getFirst("Api-key")));
      if (exchange.getRequestURI().getPath().endsWith("/fine_tuning/model_limits")) {
        Thread.sleep(limitsSlowMillis);
        var told = limits.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(
            limits.isEmpty() ? 404 : limitsStatus, told.length == 0 ? -1 : told.length);
        exchange.getResponseBody().write(told);
        return;
      }
      if (!location.isEmpty()) {
        exchange.getResponseHeaders().set("Location", location);
      }
      var bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      int half = slowMillis > 0 ? bytes.length / 2 : bytes.length;
      exchange.getResponseBody().write(bytes, 0, half);
      exchange.getResponseBody().flush();
      Thread.sleep(slowMillis);
      exchange.getResponseBody().write(bytes, half, bytes.length - half);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
