package studio.timbre.jobs.openai;

import com.openai.core.RequestOptions;
import com.openai.core.Timeout;
import com.openai.core.http.Headers;
import com.openai.core.http.HttpClient;
import com.openai.core.http.HttpMethod;
import com.openai.core.http.HttpRequest;
import com.openai.core.http.HttpRequestBody;
import com.openai.core.http.HttpResponse;
import com.openai.errors.OpenAIIoException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import studio.timbre.jobs.remote.OneShot;

/**
 * Carries the SDK's requests by Java's own HTTP client, each once, as {@link OneShot} does.
 */
final class Transport implements HttpClient {
  private static final int PIPE_BYTES = 1 << 16;

  /** What creates something is waited for long: an answer that is missed has to be looked for. */
  private static final Duration FOR_BODIES = Duration.ofMinutes(10);

  /** Set by Java's client itself. */
  private static final Set<String> OWN = own();

  private final Duration patience;
  private final Duration forBodies;
  private final OneShot line = new OneShot();
  private final Set<ComingBody> coming = ConcurrentHashMap.newKeySet();

  /**
   * @param patience for one whole exchange without a body of our own, from the first to the last byte
   */
  Transport(Duration patience) {
    this(patience, FOR_BODIES);
  }

  /**
   * @param forBodies the least that is added where there is a body of our own
   */
  Transport(Duration patience, Duration forBodies) {
    this.patience = patience;
    this.forBodies = forBodies;
  }

  private static Set<String> own() {
    var names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    names.addAll(Set.of("content-length", "host", "connection", "expect", "upgrade"));
    return names;
  }

  @Override
  public HttpResponse execute(HttpRequest request, RequestOptions options) {
    boolean isStream =
        request.method() != HttpMethod.GET
            && request.headers().values("Accept").contains("text/event-stream");
    return isStream ? open(request) : send(request, options);
  }

  private HttpResponse send(HttpRequest request, RequestOptions options) {
    var body = request.body();
    try {
      var longest = patience(body, options);
      return response(
          isData(body)
              ? line.sendBreakably(prepare(request), longest)
              : line.send(prepare(request), longest));
    } catch (IOException e) {
      throw new OpenAIIoException("the call was not answered", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new OpenAIIoException("interrupted", e);
    } finally {
      if (body != null) {
        body.close();
      }
    }
  }

  /** Files and their parts are sent as forms; nothing else is. */
  private static boolean isData(@org.jspecify.annotations.Nullable HttpRequestBody body) {
    var type = body == null ? null : body.contentType();
    return type != null && type.startsWith("multipart/form-data");
  }

  /** Cuts the connection on which a file is on its way, and lets none begin any more. On any thread. */
  void breakOffUploads() {
    line.breakOff();
  }

  /** For a body of so many bytes: the time that a slow line of 50 kB a second needs. */
  static RequestOptions timeFor(long bytes) {
    var line = Duration.ofSeconds(bytes / 50_000);
    var time = line.compareTo(FOR_BODIES) > 0 ? line : FOR_BODIES;
    return RequestOptions.builder().timeout(Timeout.builder().request(time).build()).build();
  }

  /** The answer is handed over as soon as its head is there; whoever closes it closes the connection. */
  private HttpResponse open(HttpRequest request) {
    var once = OneShot.client();
    try {
      var answer =
          once.sendAsync(prepare(request), BodyHandlers.ofPublisher())
              .get(patience.toMillis(), TimeUnit.MILLISECONDS);
      var body = new ComingBody(patience, once::shutdownNow);
      coming.add(body);
      answer.body().subscribe(body);
      return new Coming(answer.statusCode(), headers(answer), body);
    } catch (ExecutionException e) {
      once.shutdownNow();
      throw new OpenAIIoException("the connection failed", e.getCause());
    } catch (TimeoutException e) {
      once.shutdownNow();
      throw new OpenAIIoException("no answer in time", e);
    } catch (InterruptedException e) {
      once.shutdownNow();
      Thread.currentThread().interrupt();
      throw new OpenAIIoException("interrupted", e);
    }
  }

  /** A form does not tell how long it is, so the call that sends a large one says how much time it needs. */
  private Duration patience(
      @org.jspecify.annotations.Nullable HttpRequestBody body, RequestOptions options) {
    if (body == null) {
      return patience;
    }
    var needed = options.getTimeout();
    // The SDK's own is what everything has that asks for nothing.
    boolean isLarge = needed != null && needed.request().compareTo(FOR_BODIES) > 0;
    return patience.plus(isLarge ? needed.request() : forBodies);
  }

  private static java.net.http.HttpRequest prepare(HttpRequest request) {
    var builder = java.net.http.HttpRequest.newBuilder(URI.create(request.url()));
    var headers = request.headers();
    for (var name : headers.names()) {
      if (!OWN.contains(name)) {
        headers.values(name).forEach(value -> builder.header(name, value));
      }
    }
    var body = request.body();
    if (body == null) {
      return builder.method(request.method().name(), BodyPublishers.noBody()).build();
    }
    var type = body.contentType();
    if (type != null) {
      builder.setHeader("Content-Type", type);
    }
    return builder.method(request.method().name(), publisher(body)).build();
  }

  private static BodyPublisher publisher(HttpRequestBody body) {
    var stream = BodyPublishers.ofInputStream(() -> streamed(body));
    long length = body.contentLength();
    return length > 0 ? BodyPublishers.fromPublisher(stream, length) : stream;
  }

  private static InputStream streamed(HttpRequestBody body) {
    try {
      var in = new PipedInputStream(PIPE_BYTES);
      var out = new PipedOutputStream(in);
      Thread.ofPlatform()
          .daemon()
          .name("upload")
          .start(
              () -> {
                try (out) {
                  body.writeTo(out);
                } catch (IOException | UncheckedIOException e) {
                  // The other end has gone: the call itself tells why.
                }
              });
      return in;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static HttpResponse response(java.net.http.HttpResponse<byte[]> answer) {
    return new Received(answer.statusCode(), headers(answer), answer.body());
  }

  private static Headers headers(java.net.http.HttpResponse<?> answer) {
    var headers = Headers.builder();
    answer.headers().map().forEach(headers::put);
    return headers.build();
  }

  private record Coming(int statusCode, Headers headers, ComingBody body) implements HttpResponse {
    @Override
    public void close() {
      body.close();
    }
  }

  private record Received(int statusCode, Headers headers, byte[] bytes) implements HttpResponse {
    @Override
    public InputStream body() {
      return new ByteArrayInputStream(bytes);
    }

    @Override
    public void close() {}
  }

  @Override
  public CompletableFuture<HttpResponse> executeAsync(HttpRequest request, RequestOptions options) {
    return CompletableFuture.supplyAsync(() -> execute(request, options));
  }

  @Override
  public void close() {
    coming.forEach(ComingBody::close);
    line.close();
  }
}
