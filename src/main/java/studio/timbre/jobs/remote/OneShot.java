package studio.timbre.jobs.remote;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends each request once and follows no redirect, as a key must not go to an address that nobody was shown. What is not a reading
 * gets a connection of its own: one that the other side has closed meanwhile could not be told from one on which the request was
 * carried out.
 */
public final class OneShot implements AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(20);

  /** Says of an exchange that it was broken off on purpose. */
  public static final class BrokenOff extends IOException {
    private static final long serialVersionUID = 1L;

    BrokenOff() {
      super("called off");
    }
  }

  private final HttpClient readings = client();
  private final CompletableFuture<Void> calledOff = new CompletableFuture<>();

  /** A connection as all of ours are; whoever asks for it closes it. */
  public static HttpClient client() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(CONNECT)
        .build();
  }

  /**
   * @param patience for the whole exchange, from the first to the last byte
   * @throws IOException where no whole answer came
   */
  public HttpResponse<byte[]> send(HttpRequest request, Duration patience)
      throws IOException, InterruptedException {
    if (request.method().equals("GET")) {
      return send(readings, request, patience, new CompletableFuture<>());
    }
    return sendOnce(request, patience, new CompletableFuture<>());
  }

  /**
   * The same for what may be broken off: data on its way, and never an order.
   *
   * @throws BrokenOff once {@link #breakOff} was called; the request may have been carried out all the same
   */
  public HttpResponse<byte[]> sendBreakably(HttpRequest request, Duration patience)
      throws IOException, InterruptedException {
    if (calledOff.isDone()) {
      throw new BrokenOff();
    }
    return sendOnce(request, patience, calledOff);
  }

  /** Cuts the connection of what may be broken off, now and from now on. On any thread. */
  public void breakOff() {
    calledOff.complete(null);
  }

  private static HttpResponse<byte[]> sendOnce(
      HttpRequest request, Duration patience, CompletableFuture<Void> end)
      throws IOException, InterruptedException {
    var once = client();
    try {
      return send(once, request, patience, end);
    } finally {
      once.shutdownNow();
    }
  }

  private static HttpResponse<byte[]> send(
      HttpClient client, HttpRequest request, Duration patience, CompletableFuture<Void> end)
      throws IOException, InterruptedException {
    var answer = client.sendAsync(request, BodyHandlers.ofByteArray());
    try {
      CompletableFuture.anyOf(answer, end).get(patience.toMillis(), TimeUnit.MILLISECONDS);
      if (!answer.isDone()) {
        throw new BrokenOff();
      }
      return answer.get();
    } catch (ExecutionException e) {
      throw new IOException("the connection failed", e.getCause());
    } catch (TimeoutException e) {
      throw new HttpTimeoutException("no answer in time");
    } finally {
      answer.cancel(true);
    }
  }

  @Override
  public void close() {
    readings.shutdownNow();
  }
}
