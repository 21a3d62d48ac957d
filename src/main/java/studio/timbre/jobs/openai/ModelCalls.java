package studio.timbre.jobs.openai;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.openai.client.OpenAIClient;
import com.openai.core.http.HttpResponse;
import com.openai.errors.OpenAIException;
import com.openai.errors.OpenAIInvalidDataException;
import com.openai.errors.OpenAIServiceException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import studio.timbre.jobs.remote.CallFailure;
import studio.timbre.jobs.remote.Failures;
import studio.timbre.jobs.remote.Pace;
import studio.timbre.jobs.remote.ProviderWords;
import studio.timbre.model.ApiKey;
import studio.timbre.model.Connection;
import studio.timbre.model.UserFacingException;

/** Asks a provider which models a key may use, and ends tuned ones. Neither costs anything; each is sent once. */
@SuppressWarnings("MustBeClosedChecker") // answer() closes each response that it is handed.
public final class ModelCalls {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST_NAMES = 2_000;
  private static final int LONGEST_NAME = 200;

  private final Duration patience;

  public ModelCalls() {
    this(PATIENCE);
  }

  /**
   * @param patience for one exchange
   */
  public ModelCalls(Duration patience) {
    this.patience = patience;
  }

  /** The names of the models that the key may use, in the provider's order. */
  public List<String> names(Connection connection, ApiKey key) throws UserFacingException {
    var words = new ProviderWords(key);
    var answer = answer(connection, key, "", client -> client.models().withRawResponse().list());
    var names = new ArrayList<String>();
    for (var model : answer.isArray() ? answer : answer.path("data")) {
      String name = words.clean(model.path("id").asText(""));
      if (!name.isEmpty() && name.length() <= LONGEST_NAME && names.size() < MOST_NAMES) {
        names.add(name);
      }
    }
    return List.copyOf(names);
  }

  /** Ends a tuned model for good; one that is gone already is no failure. */
  public void delete(Connection connection, ApiKey key, String model) throws UserFacingException {
    try {
      answer(connection, key, model, client -> client.models().withRawResponse().delete(model));
    } catch (UserFacingException e) {
      if (!e.key().equals("error.chat.noModel")) {
        throw e;
      }
    }
  }

  private JsonNode answer(
      Connection connection,
      ApiKey key,
      String model,
      Function<OpenAIClient, ? extends HttpResponse> call)
      throws UserFacingException {
    var failures = new Failures(new ProviderWords(key), Pace.SYSTEM);
    var client = Client.of(connection, key, patience);
    try {
      return answer(client, call, failures);
    } catch (CallFailure failure) {
      throw new ChatProblems(connection.name(), model, patience).of(failure);
    } finally {
      client.close();
    }
  }

  private static JsonNode answer(
      OpenAIClient client, Function<OpenAIClient, ? extends HttpResponse> call, Failures failures)
      throws CallFailure {
    try (var response = call.apply(client)) {
      if (response.statusCode() >= 300) {
        throw failures.refused(
            response.statusCode(), Exchange.plain(response.headers()), MissingNode.getInstance());
      }
      return JSON.readTree(response.body().readAllBytes());
    } catch (OpenAIServiceException e) {
      throw failures.refused(e.statusCode(), Exchange.plain(e.headers()), Exchange.said(e.body()));
    } catch (JacksonException | OpenAIInvalidDataException | UncheckedIOException e) {
      throw failures.unreadable();
    } catch (OpenAIException | IOException e) {
      throw failures.unsent(e);
    }
  }
}
