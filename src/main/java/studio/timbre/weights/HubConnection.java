package studio.timbre.weights;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import studio.timbre.model.PrivateAddress;
import studio.timbre.model.Progress;
import studio.timbre.model.UserFacingException;

/** Asks a hub for files, follows where it points, and can be stopped while it waits. */
final class HubConnection {

  private static final int MOST_REDIRECTS = 8;
  private static final Duration LOOK_EVERY = Duration.ofMillis(100);

  private final HttpClient client;
  private final Duration longestSilence;

  HubConnection(HttpClient client, Duration longestSilence) {
    this.client = client;
    this.longestSilence = longestSilence;
  }

  /**
   * An answer with its body still to come.
   *
   * @param uri where it came from in the end
   * @param linkedSha256 the check sum of the file that the hub itself told, before it pointed elsewhere
   * @param linkedBytes the length, told likewise
   */
  record Answer(
      URI uri,
      HttpResponse<HubBody> response,
      Optional<String> linkedSha256,
      OptionalLong linkedBytes)
      implements AutoCloseable {

    int status() {
      return response.statusCode();
    }

    Optional<String> header(String name) {
      return response.headers().firstValue(name);
    }

    HubBody body() {
      return response.body();
    }

    @Override
    public void close() {
      body().cancel();
    }
  }

  /** The server cannot be reached, or ended the connection without an answer. */
  static final class NoAnswerException extends IOException {
    private static final long serialVersionUID = 1L;

    private final URI uri;

    NoAnswerException(URI uri, Throwable cause) {
      super(cause.getClass().getSimpleName() + " " + cause.getMessage(), cause);
      this.uri = uri;
    }

    UserFacingException forPeople() {
      return HubProblems.unreachable(uri, getMessage());
    }
  }

  /**
   * Sends a request, and again where it is pointed to; any status but a redirect comes back.
   *
   * @throws UserFacingException if it is pointed somewhere unsafe, or somebody stopped it
   */
  Answer get(URI start, Map<String, String> headers, Progress progress)
      throws NoAnswerException, UserFacingException {
    URI uri = start;
    Optional<String> sha256 = Optional.empty();
    OptionalLong bytes = OptionalLong.empty();
    for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
      HttpResponse<HubBody> response = send(uri, headers, progress);
      Optional<String> linked = response.headers().firstValue("x-linked-etag");
      if (linked.isPresent()) {
        String sum = linked.get().replaceFirst("^W/", "").replace("\"", "");
        sha256 = sum.matches("[0-9a-f]{64}") ? Optional.of(sum) : sha256;
        bytes = response.headers().firstValueAsLong("x-linked-size");
      }
      if (response.statusCode() / 100 != 3 || response.statusCode() == 304) {
        return new Answer(uri, response, sha256, bytes);
      }
      response.body().cancel();
      String location = response.headers().firstValue("location").orElse("");
      URI next;
      try {
        next = uri.resolve(location);
      } catch (IllegalArgumentException e) {
        throw HubProblems.redirected(uri, location);
      }
      if (!PrivateAddress.is(next)) {
        throw HubProblems.redirected(uri, location);
      }
      uri = next;
    }
    throw HubProblems.redirected(start, uri.toString());
  }

  private HttpResponse<HubBody> send(URI uri, Map<String, String> headers, Progress progress)
      throws NoAnswerException, UserFacingException {
    var request =
        HttpRequest.newBuilder(uri)
            .timeout(longestSilence)
            .header("User-Agent", "timbre")
            // Lengths and check sums speak of the file as it is.
            .header("Accept-Encoding", "identity");
    headers.forEach(request::header);
    CompletableFuture<HttpResponse<HubBody>> answer =
        client.sendAsync(request.build(), information -> new HubBody());
    try {
      while (true) {
        try {
          return answer.get(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
          if (progress.isCancelled()) {
            answer.cancel(true);
            throw DownloadProblems.cancelled();
          }
        }
      }
    } catch (ExecutionException e) {
      throw new NoAnswerException(uri, e.getCause());
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw DownloadProblems.cancelled();
    }
  }

  /** The whole of a small text. */
  String text(URI uri, int mostBytes, Progress progress) throws UserFacingException {
    try (var answer = get(uri, Map.of(), progress)) {
      if (answer.status() != 200) {
        throw HubProblems.status(answer.uri(), answer.status());
      }
      var text = new ByteArrayOutputStream();
      for (Optional<byte[]> piece = next(answer, progress);
          piece.isPresent();
          piece = next(answer, progress)) {
        text.writeBytes(piece.get());
        if (text.size() > mostBytes) {
          throw HubProblems.description(uri, mostBytes + " bytes");
        }
      }
      return text.toString(StandardCharsets.UTF_8);
    } catch (NoAnswerException e) {
      throw e.forPeople();
    } catch (IOException e) {
      throw HubProblems.unreachable(uri, String.valueOf(e.getMessage()));
    }
  }

  /**
   * The next piece of a body, empty at its end.
   *
   * @throws IOException if the connection broke or stood still
   */
  Optional<byte[]> next(Answer answer, Progress progress) throws IOException, UserFacingException {
    long since = System.nanoTime();
    try {
      while (true) {
        var piece = answer.body().poll(LOOK_EVERY);
        if (progress.isCancelled()) {
          throw DownloadProblems.cancelled();
        }
        if (piece.isPresent()) {
          return piece.get().isEnd() ? Optional.empty() : Optional.of(piece.get().bytes());
        }
        if (System.nanoTime() - since > longestSilence.toNanos()) {
          throw new IOException("nothing came for " + longestSilence.toSeconds() + " s");
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw DownloadProblems.cancelled();
    }
  }
}
