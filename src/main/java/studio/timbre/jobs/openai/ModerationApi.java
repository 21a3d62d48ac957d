package studio.timbre.jobs.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.openai.client.OpenAIClient;
import com.openai.models.moderations.ModerationCreateParams;
import com.openai.models.moderations.ModerationModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import studio.timbre.jobs.remote.CallFailure;
import studio.timbre.jobs.remote.Failures;
import studio.timbre.jobs.remote.ModerationCalls;
import studio.timbre.jobs.remote.Pace;
import studio.timbre.jobs.remote.ProviderWords;
import studio.timbre.model.ApiKey;
import studio.timbre.model.Connection;
import studio.timbre.model.Flag;
import studio.timbre.model.UserFacingException;

/**
 * {@code POST /moderations} with several texts at a time. Answers are read as trees: a category that the SDK does not know counts
 * like those that it knows, and one that is null does not count.
 */
@SuppressWarnings("MustBeClosedChecker") // The exchange closes each response that it is handed.
public final class ModerationApi implements ModerationCalls {
  /** The category of a text that is flagged without one. */
  public static final String UNNAMED = "flagged";

  private static final int LONGEST_NAME = 80;

  private final OpenAIClient client;
  private final ProviderWords words;
  private final Failures failures;
  private final Exchange exchange;

  private ModerationApi(OpenAIClient client, ApiKey key, Pace pace) {
    this.client = client;
    this.words = new ProviderWords(key);
    this.failures = new Failures(words, pace);
    this.exchange = new Exchange(failures);
  }

  /**
   * Opens the way. Sends nothing.
   *
   * @param patience for one call
   * @throws UserFacingException where a key must not go to the address
   */
  public static ModerationApi open(Connection connection, ApiKey key, Pace pace, Duration patience)
      throws UserFacingException {
    return new ModerationApi(Client.ofReadings(connection, key, patience), key, pace);
  }

  @Override
  public Answer send(List<String> texts) throws CallFailure, InterruptedException {
    var params =
        ModerationCreateParams.builder()
            .inputOfStrings(texts)
            .model(ModerationModel.OMNI_MODERATION_LATEST)
            .build();
    var answer = exchange.tree(() -> client.moderations().withRawResponse().create(params));
    var results = answer.path("results");
    if (!results.isArray()) {
      throw failures.unreadable();
    }
    if (results.size() != texts.size()) {
      throw new CallFailure(
          CallFailure.Kind.REFUSED,
          0,
          "wrong_count",
          "%d texts were sent, and the answer has %d results."
              .formatted(texts.size(), results.size()),
          Optional.empty());
    }
    var flags = new ArrayList<List<Flag>>();
    for (var result : results) {
      flags.add(flags(result));
    }
    return new Answer(name(answer.path("model").asText("")), flags);
  }

  private List<Flag> flags(JsonNode result) throws CallFailure {
    var categories = result.path("categories");
    var verdict = result.path("flagged");
    if (!categories.isObject() && !verdict.isBoolean()) {
      throw failures.unreadable();
    }
    var flags = new ArrayList<Flag>();
    for (var category : categories.properties()) {
      String name = name(category.getKey());
      if (category.getValue().asBoolean() && !name.isEmpty()) {
        flags.add(new Flag(name, score(result.path("category_scores").path(category.getKey()))));
      }
    }
    if (flags.isEmpty() && verdict.asBoolean()) {
      flags.add(new Flag(UNNAMED, OptionalDouble.empty()));
    }
    return flags;
  }

  private static OptionalDouble score(JsonNode score) {
    return score.isNumber() && score.asDouble() >= 0 && score.asDouble() <= 1
        ? OptionalDouble.of(score.asDouble())
        : OptionalDouble.empty();
  }

  private String name(String said) {
    String clean = words.clean(said);
    return clean.length() > LONGEST_NAME ? clean.substring(0, LONGEST_NAME).strip() : clean;
  }

  @Override
  public Optional<Duration> takeRest() {
    return exchange.takeRest();
  }

  @Override
  public void close() {
    client.close();
  }
}
