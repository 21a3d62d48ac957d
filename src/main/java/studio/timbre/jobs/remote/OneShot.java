package studio.timbre.jobs.remote;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
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

  private final HttpClient readings = client();

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
      return send(readings, request, patience);
    }
    var once = client();
    try {
      return send(once, request, patience);
    } finally {
      once.shutdownNow();
    }
  }

  private static HttpResponse<byte[]> send(
      HttpClient client, HttpRequest request, Duration patience)
      throws IOException, InterruptedException {
    var answer = client.sendAsync(request, BodyHandlers.ofByteArray());
    try {
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
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
