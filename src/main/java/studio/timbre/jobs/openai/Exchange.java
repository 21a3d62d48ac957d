package studio.timbre.jobs.openai;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.openai.core.JsonValue;
import com.openai.core.http.Headers;
import com.openai.core.http.HttpResponse;
import com.openai.errors.OpenAIException;
import com.openai.errors.OpenAIInvalidDataException;
import com.openai.errors.OpenAIServiceException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import studio.timbre.jobs.remote.CallFailure;
import studio.timbre.jobs.remote.Failures;
import studio.timbre.jobs.remote.RateHeaders;

/** One call of the SDK after the other, each sent once; what goes wrong with one becomes a {@link CallFailure}. */
@SuppressWarnings("MustBeClosedChecker") // answer() closes each response that it is handed.
final class Exchange {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Failures failures;
  private volatile Optional<Duration> asksToRest = Optional.empty();

  Exchange(Failures failures) {
    this.failures = failures;
  }

  /** The answer as an object of JSON. */
  JsonNode tree(Supplier<? extends HttpResponse> call) throws CallFailure, InterruptedException {
    try {
      var tree = JSON.readTree(answer(call));
      if (tree.isObject()) {
        return tree;
      }
    } catch (JacksonException e) {
      // HTML of a gateway, or the first half of an answer.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw failures.unreadable();
  }

  byte[] answer(Supplier<? extends HttpResponse> call) throws CallFailure, InterruptedException {
    try (var response = call.get()) {
      note(response.headers());
      if (response.statusCode() >= 300) {
        throw failures.refused(
            response.statusCode(), plain(response.headers()), MissingNode.getInstance());
      }
      return response.body().readAllBytes();
    } catch (OpenAIServiceException e) {
      note(e.headers());
      throw failures.refused(e.statusCode(), plain(e.headers()), said(e.body()));
    } catch (OpenAIInvalidDataException | UncheckedIOException | IOException e) {
      throw failures.unreadable();
    } catch (OpenAIException e) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      throw failures.unsent(e);
    }
  }

  /** How long the provider has asked to be left alone since this was asked last. */
  Optional<Duration> takeRest() {
    var rest = asksToRest;
    asksToRest = Optional.empty();
    return rest;
  }

  static HttpHeaders plain(Headers headers) {
    return HttpHeaders.of(
        headers.names().stream().collect(Collectors.toMap(name -> name, headers::values)),
        (_, _) -> true);
  }

  /** The inside of {@code error} where there is one, and the whole body elsewhere. */
  static JsonNode said(JsonValue body) {
    try {
      var whole = body.convert(JsonNode.class);
      return whole == null ? MissingNode.getInstance() : whole;
    } catch (IllegalArgumentException e) {
      // No JSON at all, as from a gateway.
      return MissingNode.getInstance();
    }
  }

  private void note(Headers headers) {
    RateHeaders.untilReset(plain(headers)).ifPresent(rest -> asksToRest = Optional.of(rest));
  }
}
