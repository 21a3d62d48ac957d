package studio.timbre.app;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import studio.timbre.app.CheckOutcome.NotReached;
import studio.timbre.app.CheckOutcome.Reason;
import studio.timbre.app.CheckOutcome.Works;
import studio.timbre.model.ApiKey;
import studio.timbre.model.Progress;
import studio.timbre.model.Provider;

/**
 * Asks a provider for its models with a key, and OpenAI then for the account's limits. A redirect is never followed, so that the key
 * goes to one address alone.
 */
final class ConnectionCheck {
  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final Duration LOOK_EVERY = Duration.ofMillis(100);
  private static final int MOST_BYTES = 4_000_000;

  /** The limits are worth no longer waiting. */
  private static final Duration LONGEST_FOR_LIMITS = Duration.ofMillis(1_500);

  private final Duration longest;

  ConnectionCheck() {
    this(LONGEST);
  }

  ConnectionCheck(Duration longest) {
    this.longest = longest;
  }

  /** An answer, its body whole or known to be too long. */
  private record Answer(HttpResponse<InputStream> response, byte[] body) {}

  /**
   * @throws CancellationException if somebody asked for an end
   */
  CheckOutcome run(Provider provider, URI address, ApiKey key, Progress progress) {
    try (var client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(longest)
            .build()) {
      try {
        var models = request(provider, address + "/models", key);
        var outcome = outcome(address, ask(client, models, longest, progress));
        return outcome instanceof Works works && provider == Provider.OPENAI
            ? works.with(limits(client, address, key, progress))
            : outcome;
      } finally {
        client.shutdownNow();
      }
    }
  }

  /** Only where the models were told: what does not know the key, or is no provider, is not asked again. */
  private AccountLimits limits(HttpClient client, URI address, ApiKey key, Progress progress) {
    var request = request(Provider.OPENAI, address + "/fine_tuning/model_limits", key);
    return ask(client, request, LONGEST_FOR_LIMITS, progress) instanceof Awaited.Came came
            && came.answer().response().statusCode() == 200
            && came.answer().body().length <= MOST_BYTES
        ? LimitsAnswer.read(came.answer().body())
        : AccountLimits.NONE;
  }

  private Awaited ask(HttpClient client, HttpRequest request, Duration longest, Progress progress) {
    var answer =
        client
            .sendAsync(request, BodyHandlers.ofInputStream())
            // On a thread of its own, as reading waits.
            .thenApplyAsync(
                ConnectionCheck::read,
                task -> Thread.ofPlatform().daemon().name("connection-check").start(task));
    try {
      return await(answer, longest, progress);
    } finally {
      answer.cancel(true);
    }
  }

  private HttpRequest request(Provider provider, String address, ApiKey key) {
    var request =
        HttpRequest.newBuilder(URI.create(address))
            .timeout(longest)
            .header("Accept", "application/json")
            .header("User-Agent", "timbre");
    return provider == Provider.AZURE
        ? request.header("api-key", key.reveal()).build()
        : request.header("Authorization", "Bearer " + key.reveal()).build();
  }

  private static Answer read(HttpResponse<InputStream> response) {
    try (var body = response.body()) {
      return new Answer(response, body.readNBytes(MOST_BYTES + 1));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private sealed interface Awaited {
    record Came(Answer answer) implements Awaited {}

    record Failed(Reason reason) implements Awaited {}
  }

  private Awaited await(CompletableFuture<Answer> answer, Duration longest, Progress progress) {
    long end = System.nanoTime() + longest.toNanos();
    while (true) {
      try {
        return new Awaited.Came(answer.get(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS));
      } catch (TimeoutException e) {
        if (progress.isCancelled()) {
          throw new CancellationException();
        }
        if (System.nanoTime() > end) {
          return new Awaited.Failed(Reason.TIMEOUT);
        }
      } catch (ExecutionException e) {
        return new Awaited.Failed(reason(e));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CancellationException();
      }
    }
  }

  static Reason reason(Throwable failure) {
    boolean refused = false;
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      switch (cause) {
        case UnknownHostException _, UnresolvedAddressException _ -> {
          return Reason.NAME;
        }
        case SSLException _ -> {
          return Reason.SECURITY;
        }
        case HttpTimeoutException _ -> {
          return Reason.TIMEOUT;
        }
        case ConnectException _ -> refused = true;
        default -> {}
      }
    }
    return refused ? Reason.REFUSED : Reason.BROKEN;
  }

  private static CheckOutcome outcome(URI address, Awaited awaited) {
    return switch (awaited) {
      case Awaited.Failed failed -> new NotReached(failed.reason());
      case Awaited.Came came -> outcome(address, came.answer());
    };
  }

  private static CheckOutcome outcome(URI address, Answer answer) {
    int status = answer.response().statusCode();
    return switch (status) {
      case 200 ->
          answer.body().length > MOST_BYTES
              ? new CheckOutcome.NoSuchAddress()
              : ModelsAnswer.read(answer.body());
      case 401 -> new CheckOutcome.KeyRefused();
      case 403 -> new CheckOutcome.NotAllowed();
      case 404, 405, 410 -> new CheckOutcome.NoSuchAddress();
      case 429 -> new CheckOutcome.Limit(ModelsAnswer.isOutOfCredit(answer.body()));
      case 301, 302, 303, 307, 308 ->
          new CheckOutcome.PointsElsewhere(
              target(address, answer.response().headers().firstValue("location").orElse("")));
      default -> new CheckOutcome.Trouble(status);
    };
  }

  /** Scheme and host of where it points: paths may hold anything. */
  private static String target(URI address, String location) {
    try {
      var uri = URI.create(address + "/models").resolve(location);
      return uri.getHost() == null ? "" : uri.getScheme() + "://" + uri.getRawAuthority();
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
