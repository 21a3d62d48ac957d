package studio.timbre.jobs.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A provider on this computer that answers questions over real HTTP as a test tells it, whole, slowly or broken. */
public final class ChatServer implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Writes the parts of an answer. */
  public interface Script {
    void play(Line line) throws IOException, InterruptedException;
  }

  /** A request as it came. */
  public record Asked(String method, String path, Map<String, String> headers, JsonNode body) {}

  /** What a script writes on. */
  public static final class Line {
    private final HttpExchange exchange;
    private final OutputStream out;

    private Line(HttpExchange exchange) throws IOException {
      this.exchange = exchange;
      exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
      exchange.sendResponseHeaders(200, 0);
      out = exchange.getResponseBody();
      out.flush();
    }

    /** Bytes as they are. */
    public Line raw(String text) throws IOException {
      out.write(text.getBytes(StandardCharsets.UTF_8));
      out.flush();
      return this;
    }

    public Line event(String json) throws IOException {
      return raw("data: " + json + "\n\n");
    }

    public Line say(String words) throws IOException {
      return event(
          "{\"object\":\"chat.completion.chunk\",\"choices\":[{\"index\":0,\"delta\":{\"content\":%s},\"finish_reason\":null}]}"
              .formatted(JSON.writeValueAsString(words)));
    }

    public Line end(String reason) throws IOException {
      return event(
          "{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"" + reason + "\"}]}");
    }

    public Line usage(int question, int answer) throws IOException {
      return event(
          "{\"choices\":[],\"usage\":{\"prompt_tokens\":%d,\"completion_tokens\":%d,\"total_tokens\":%d}}"
              .formatted(question, answer, question + answer));
    }

    public void done() throws IOException {
      event("[DONE]");
      out.close();
    }

    /** Breaks the connection in the middle of the body. */
    public void cut() {
      exchange.close();
      throw new Cut();
    }
  }

  private static final class Cut extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  public final List<Asked> asked = new CopyOnWriteArrayList<>();

  /** Done when somebody who was spoken to has closed the connection. */
  public final CompletableFuture<Boolean> left = new CompletableFuture<>();

  private final HttpServer server;
  private volatile Script script =
      line -> line.say("Good ").say("morning").end("stop").usage(11, 2).done();
  private volatile int status = 200;
  private volatile String type = "application/json";
  private volatile String body = "";
  private volatile Map<String, String> headers = Map.of();

  public ChatServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/", this::answer);
    server.start();
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
  }

  public void speaks(Script how) {
    status = 200;
    body = "";
    script = how;
  }

  public void answers(int code, String contentType, String text, Map<String, String> more) {
    status = code;
    type = contentType;
    body = text;
    headers = more;
  }

  public void refuses(int code, String word, String sentence) {
    answers(
        code,
        "application/json",
        "{\"error\":{\"message\":\"%s\",\"type\":\"%s\",\"code\":\"%s\"}}"
            .formatted(sentence, word, word),
        Map.of());
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var bytes = exchange.getRequestBody().readAllBytes();
      var sent = new java.util.TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
      exchange.getRequestHeaders().forEach((name, values) -> sent.put(name, values.getFirst()));
      asked.add(
          new Asked(
              exchange.getRequestMethod(),
              exchange.getRequestURI().toString(),
              sent,
              JSON.readTree(bytes)));
      if (!body.isEmpty() || status != 200) {
        var text = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        headers.forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(status, text.length == 0 ? -1 : text.length);
        exchange.getResponseBody().write(text);
        return;
      }
      script.play(new Line(exchange));
    } catch (IOException e) {
      left.complete(true);
    } catch (Cut e) {
      // As it was meant.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
