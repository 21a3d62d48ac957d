package studio.timbre.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.ToIntFunction;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.timbre.model.Conversation;
import studio.timbre.model.Distribution;
import studio.timbre.model.Message;
import studio.timbre.model.Role;
import studio.timbre.model.TokenCount;
import studio.timbre.tokens.ApiCounters;

/** The figures that OpenAI's cookbook prints for its own data, and what follows from them. */
class CookbookFiguresTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final List<Conversation> DATA = new ArrayList<>();
  private static JsonNode expected;
  private static JsonNode printed;
  private static JsonNode recounted;

  private final Catalogue catalogue = Catalogue.shipped();

  @BeforeAll
  static void read() throws IOException {
    try (var lines = resource("toy_chat_fine_tuning.jsonl")) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        DATA.add(conversation(MAPPER.readTree(line)));
      }
    }
    try (var json = resource("toy_chat_fine_tuning.expected.json")) {
      expected = MAPPER.readTree(json);
    }
    printed = expected.get("printed_by_the_notebook");
    recounted = expected.get("recomputed_independently");
  }

  @Test
  void messagesOfEachLine() {
    int[] messages = DATA.stream().mapToInt(line -> line.messages().size()).toArray();
    assertThat(messages).isEqualTo(numbers(recounted.get("messages_per_line")));
    assertPrinted(Distribution.of(messages), printed.get("num_messages_per_example"));
    assertThat(DATA).hasSize(printed.get("num_examples").asInt());
  }

  @ParameterizedTest
  @ValueSource(strings = {"cl100k_base", "o200k_base"})
  void tokensOfEachLine(String encoding) {
    var figures = recounted.get(encoding);
    assertThat(counts(encoding, TokenCount::total))
        .isEqualTo(numbers(figures.get("total_tokens_per_line")));
    assertThat(counts(encoding, TokenCount::answers))
        .isEqualTo(numbers(figures.get("assistant_tokens_per_line")));
  }

  @Test
  void spreadOfTheTokens() {
    var totals = Distribution.of(counts("cl100k_base", TokenCount::total));
    assertPrinted(totals, printed.get("num_total_tokens_per_example"));
    assertPrinted(
        Distribution.of(counts("cl100k_base", TokenCount::answers)),
        printed.get("num_assistant_tokens_per_example"));

    var ends = recounted.get("cl100k_base").get("true_p5_p95_total_tokens");
    assertThat(totals.p5()).isCloseTo(ends.get(0).asDouble(), within(1e-9));
    assertThat(totals.p95()).isCloseTo(ends.get(1).asDouble(), within(1e-9));
  }

  @Test
  void spreadOfTheTokensInTheNewerEncoding() {
    var totals = Distribution.of(counts("o200k_base", TokenCount::total));
    var figures = recounted.get("o200k_base");
    assertThat(totals.mean()).isCloseTo(figures.get("mean_total").asDouble(), within(1e-9));
    assertThat(totals.median()).isCloseTo(figures.get("median_total").asDouble(), within(1e-9));
    assertThat(totals.p10()).isCloseTo(figures.get("p10_total").asDouble(), within(1e-9));
    assertThat(totals.p90()).isCloseTo(figures.get("p90_total").asDouble(), within(1e-9));
  }

  @ParameterizedTest
  @ValueSource(strings = {"cl100k_base", "o200k_base"})
  void billedTokensAtEveryLimit(String encoding) {
    for (var billed : recounted.get(encoding).get("billed_tokens").properties()) {
      int limit = Integer.parseInt(billed.getKey().replace("limit_", ""));
      assertThat(totals(encoding, OptionalInt.of(limit)).cutTokens())
          .as(billed.getKey())
          .isEqualTo(billed.getValue().asLong());
    }
  }

  @Test
  void theNotebooksOwnEstimate() {
    int limit = expected.get("settings_of_the_notebook").get("max_tokens_per_example").asInt();
    var estimate =
        Estimates.unpriced(
            "gpt-3.5-turbo", totals("cl100k_base", OptionalInt.of(limit)), OptionalInt.empty());
    assertThat(estimate.examples()).isEqualTo(printed.get("num_examples").asLong());
    assertThat(estimate.overLimit()).isEqualTo(printed.get("examples_over_token_limit").asLong());
    assertThat(estimate.billedTokensPerEpoch())
        .isEqualTo(printed.get("billed_tokens_in_dataset").asLong());
    assertThat(estimate.epochs()).isEqualTo(printed.get("default_epochs").asInt());
    assertThat(estimate.billedTokens()).isEqualTo(printed.get("billed_tokens_total").asLong());
    assertThat(estimate.costUsd()).isEmpty();
  }

  @Test
  void costsFromTheCataloguesPrices() {
    var costs = expected.get("derived_costs_usd_at_20_epochs");
    assertThat(costs).hasSize(4);
    for (var cost : costs) {
      String name = cost.get("model").asText().replaceFirst(" \\(limit.*", "");
      name = name.startsWith("gpt-3.5-turbo") ? "gpt-3.5-turbo (launch price 2023-08-22)" : name;
      var model = catalogue.find(name).orElseThrow();
      var totals = totals(model.encoding().orElseThrow(), model.contextLengthTraining());
      var estimate = Estimates.of(model, totals, OptionalInt.empty());
      assertThat(estimate.billedTokens()).as(name).isEqualTo(cost.get("billed_tokens").asLong());
      assertThat(estimate.costUsd().orElseThrow())
          .as(name)
          .isCloseTo(cost.get("cost").asDouble(), within(1e-9));
      assertThat(model.trainingUsdPerMillionTokens().orElseThrow())
          .isEqualTo(cost.get("usd_per_million").asDouble());
    }
  }

  private static void assertPrinted(Distribution distribution, JsonNode figures) {
    assertThat(distribution.min()).isEqualTo(figures.get("min").asLong());
    assertThat(distribution.max()).isEqualTo(figures.get("max").asLong());
    assertThat(distribution.mean()).isCloseTo(figures.get("mean").asDouble(), within(1e-9));
    assertThat(distribution.median()).isCloseTo(figures.get("median").asDouble(), within(1e-9));
    assertThat(distribution.p10())
        .isCloseTo(figures.get("p10_printed_as_p5").asDouble(), within(1e-9));
    assertThat(distribution.p90())
        .isCloseTo(figures.get("p90_printed_as_p95").asDouble(), within(1e-9));
  }

  private static int[] counts(String encoding, ToIntFunction<TokenCount> figure) {
    var counter = ApiCounters.forEncoding(encoding).orElseThrow();
    return DATA.stream().map(counter::count).mapToInt(figure).toArray();
  }

  private static TokenTotals totals(String encoding, OptionalInt limit) {
    var counter = ApiCounters.forEncoding(encoding).orElseThrow();
    var tally = new TokenTotals.Tally(limit);
    DATA.forEach(line -> tally.add(counter.count(line)));
    return tally.totals();
  }

  private static Conversation conversation(JsonNode line) {
    return Conversation.of(
        StreamSupport.stream(line.get("messages").spliterator(), false)
            .map(
                said ->
                    Message.of(new Role(said.get("role").asText()), said.get("content").asText()))
            .toArray(Message[]::new));
  }

  private static int[] numbers(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).mapToInt(JsonNode::asInt).toArray();
  }

  private static BufferedReader resource(String name) {
    var stream = CookbookFiguresTest.class.getResourceAsStream("/reference/" + name);
    return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
  }
}
