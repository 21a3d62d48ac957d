package studio.timbre.jobs.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import studio.timbre.model.ApiMethod;
import studio.timbre.model.ApiNumbers;
import studio.timbre.model.ApiOrder;
import studio.timbre.model.ApiRecipe;
import studio.timbre.model.Connection;
import studio.timbre.model.Grader;
import studio.timbre.model.JobId;
import studio.timbre.model.Provider;
import studio.timbre.model.UserFacingException;

/** What a recipe becomes for each provider, held against the published interface. */
class MethodBodyTest {
  private static final ApiMethod SUPERVISED = new ApiMethod.Supervised();
  private static final ApiMethod PREFERENCE = new ApiMethod.Preference(OptionalDouble.of(0.1));

  private static ApiOrder order(ApiRecipe recipe, Provider provider) {
    var address =
        provider == Provider.AZURE
            ? "https://a.openai.azure.com/openai/v1"
            : "https://api.example.org/v1";
    return new ApiOrder(
        new JobId("job-1"),
        "Voice",
        new Connection("c", "Our account", provider, URI.create(address)),
        Optional.empty(),
        recipe,
        OptionalDouble.empty(),
        OptionalLong.empty(),
        Instant.EPOCH);
  }

  private static JsonNode body(ApiRecipe recipe, Provider provider) throws Exception {
    var order = order(recipe, provider);
    Dialect.check(order);
    var request = ProviderServer.JSON.createObjectNode();
    request.put("model", "m").put("training_file", "file-1").set("method", MethodBody.of(order));
    assertThat(
            PublishedInterface.INSTANCE.againstWithSeveralGraders(
                "CreateFineTuningJobRequest", request))
        .isEmpty();
    return request.path("method");
  }

  private static String keyOfRefusal(ApiRecipe recipe, Provider provider) {
    var refusal = new String[1];
    assertThatThrownBy(() -> Dialect.check(order(recipe, provider)))
        .isInstanceOfSatisfying(UserFacingException.class, e -> refusal[0] = e.key());
    return refusal[0];
  }

  @ParameterizedTest
  @EnumSource(
      value = Provider.class,
      names = {"OPENAI", "AZURE", "COMPATIBLE"})
  void theLearningRateIsAFactorAtOpenAiAndAzure(Provider provider) throws Exception {
    assertThat(body(Recipes.of(SUPERVISED, Recipes.NUMBERS), provider).toString())
        .isEqualTo(
            "{\"type\":\"supervised\",\"supervised\":{\"hyperparameters\":{\"n_epochs\":2,\"batch_size\":8,\"learning_rate_multiplier\":0.002}}}");
  }

  @Test
  void itIsTheRateItselfAtNebiusWhichIsToldToTrainAnAdapter() throws Exception {
    assertThat(body(Recipes.of(SUPERVISED, Recipes.NUMBERS), Provider.NEBIUS).toString())
        .isEqualTo(
            "{\"type\":\"supervised\",\"supervised\":{\"hyperparameters\":{\"n_epochs\":2,\"batch_size\":8,\"learning_rate\":0.002,\"lora\":true}}}");
  }

  @Test
  void theSizeOfTheAdapterIsAskedForAtNebiusAlone() throws Exception {
    var body = body(Recipes.of(SUPERVISED, adapter(16, 32)), Provider.NEBIUS);
    assertThat(body.at("/supervised/hyperparameters").toString())
        .isEqualTo("{\"lora\":true,\"lora_r\":16,\"lora_alpha\":32}");
    for (var elsewhere : List.of(Provider.OPENAI, Provider.AZURE, Provider.CRUSOE)) {
      assertThat(keyOfRefusal(Recipes.of(SUPERVISED, adapter(16, 32)), elsewhere))
          .as(elsewhere.name())
          .isEqualTo("error.api.adapterNotOffered");
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 8", "257, 8", "8, 0", "8, 513", "-1, -1"})
  void aSizeThatNoAdapterHasIsRefused(int rank, int alpha) {
    assertThat(keyOfRefusal(Recipes.of(SUPERVISED, adapter(rank, alpha)), Provider.NEBIUS))
        .isEqualTo("error.api.adapterSize");
  }

  private static ApiNumbers adapter(int rank, int alpha) {
    return new ApiNumbers(
        OptionalInt.empty(),
        OptionalInt.empty(),
        OptionalDouble.empty(),
        OptionalInt.of(rank),
        OptionalInt.of(alpha));
  }

  @Test
  void aFactorSentToNebiusWouldWreckTheModelAndIsRefused() {
    var factor = new ApiNumbers(OptionalInt.empty(), OptionalInt.empty(), OptionalDouble.of(1.0));
    assertThat(keyOfRefusal(Recipes.of(SUPERVISED, factor), Provider.NEBIUS))
        .isEqualTo("error.api.absoluteRate");
  }

  @Test
  void preferencesHaveTheirBeta() throws Exception {
    assertThat(body(Recipes.of(PREFERENCE), Provider.OPENAI).toString())
        .isEqualTo("{\"type\":\"dpo\",\"dpo\":{\"hyperparameters\":{\"beta\":0.1}}}");
  }

  static Stream<Grader> graders() {
    return Stream.of(
        Recipes.EXACT, Recipes.ALIKE, Recipes.JUDGE, Recipes.FUNCTION, Recipes.several());
  }

  @ParameterizedTest
  @MethodSource("graders")
  void everyGraderKeepsToThePublishedInterface(Grader grader) throws Exception {
    var body = body(Recipes.of(Recipes.graded(grader)), Provider.OPENAI);
    assertThat(body.at("/reinforcement/grader/name").asText()).isEqualTo(grader.name());
  }

  @Test
  void graderFieldsAreThoseOfTheGuide() throws Exception {
    var json = new ObjectMapper();
    assertThat(GraderBody.of(Recipes.JUDGE))
        .isEqualTo(
            json.readTree(
                """
                {"type":"score_model","name":"judge","model":"gpt-4o-2024-08-06","range":[-1.0,5.0],
                 "input":[{"role":"user","content":"Grade {{sample.output_text}}"}]}"""));
    assertThat(GraderBody.of(Recipes.ALIKE).path("evaluation_metric").asText())
        .isEqualTo("rouge_l");
    assertThat(GraderBody.of(Recipes.FUNCTION).path("image_tag").asText()).isEqualTo("2025-05-08");
    var several = GraderBody.of(Recipes.several());
    assertThat(several.path("calculate_output").asText())
        .isEqualTo("0.5 * exact + max(judge, 1e-3) / 2 ^ 3");
    assertThat(several.at("/graders/exact/operation").asText()).isEqualTo("ilike");
    assertThat(several.at("/graders/judge/type").asText()).isEqualTo("score_model");
  }

  @Test
  void reinforcementHasItsNumbersAndTheFormOfItsAnswers() throws Exception {
    var method =
        new ApiMethod.Reinforcement(
            Recipes.EXACT,
            Optional.of("{\"type\":\"object\"}"),
            Optional.of(ApiMethod.Effort.HIGH),
            OptionalDouble.of(1.5),
            OptionalInt.of(5),
            OptionalInt.of(2));
    var body = body(Recipes.of(method), Provider.AZURE).path("reinforcement");
    assertThat(body.path("hyperparameters").toString())
        .isEqualTo(
            "{\"reasoning_effort\":\"high\",\"compute_multiplier\":1.5,\"eval_interval\":5,\"eval_samples\":2}");
    assertThat(body.path("response_format").toString())
        .isEqualTo(
            "{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"answer\",\"strict\":true,\"schema\":{\"type\":\"object\"}}}");
  }

  @ParameterizedTest
  @EnumSource(
      value = Provider.class,
      names = {"NEBIUS", "CRUSOE"})
  void whatAProviderDoesNotOfferIsRefusedInWords(Provider provider) {
    assertThat(keyOfRefusal(Recipes.of(PREFERENCE), provider))
        .isEqualTo("error.api.methodNotOffered");
    assertThat(keyOfRefusal(Recipes.of(Recipes.graded(Recipes.EXACT)), provider))
        .isEqualTo("error.api.methodNotOffered");
  }

  @Test
  void crusoeGetsNoNumbersWhoseNamesAreNotKnown() throws Exception {
    assertThat(keyOfRefusal(Recipes.of(SUPERVISED, Recipes.NUMBERS), Provider.CRUSOE))
        .isEqualTo("error.api.numbersNotOffered");
    var epochs = ApiNumbers.LEFT_TO_PROVIDER.withEpochs(OptionalInt.of(4));
    assertThat(body(Recipes.of(SUPERVISED, epochs), Provider.CRUSOE).toString())
        .isEqualTo(
            "{\"type\":\"supervised\",\"supervised\":{\"hyperparameters\":{\"n_epochs\":4}}}");
  }

  static Stream<Arguments> outOfRange() {
    var arguments = Stream.<Arguments>builder();
    for (int epochs : new int[] {0, 51}) {
      arguments.add(refused("error.api.epochs", numbers(epochs, 1, 1)));
    }
    for (int batch : new int[] {0, 257}) {
      arguments.add(refused("error.api.batchSize", numbers(1, batch, 1)));
    }
    for (double rate : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      arguments.add(refused("error.api.learningRate", numbers(1, 1, rate)));
    }
    for (double beta : new double[] {0, 2.1, Double.NaN}) {
      arguments.add(
          refused("error.api.beta", Recipes.of(new ApiMethod.Preference(OptionalDouble.of(beta)))));
    }
    for (double compute : new double[] {0.00001, 10.5, Double.NaN}) {
      arguments.add(refused("error.api.compute", reinforcement(compute, 1, 1, "{}")));
    }
    arguments.add(refused("error.api.evaluation", reinforcement(1, 0, 1, "{}")));
    arguments.add(refused("error.api.evaluation", reinforcement(1, 1, 0, "{}")));
    arguments.add(refused("error.api.answerSchema", reinforcement(1, 1, 1, "no schema")));
    arguments.add(refused("error.api.answerSchema", reinforcement(1, 1, 1, "[]")));
    arguments.add(refused("error.api.seed", words(-1, Map.of(), "s")));
    arguments.add(refused("error.api.suffix", words(1, Map.of(), "s".repeat(65))));
    arguments.add(refused("error.api.suffix", words(1, Map.of(), " ")));
    arguments.add(refused("error.api.metadata", words(1, Map.of("timbre_job", "x"), "s")));
    arguments.add(refused("error.api.metadata", words(1, Map.of("k".repeat(65), "x"), "s")));
    arguments.add(refused("error.api.metadata", words(1, Map.of("k", "x".repeat(513)), "s")));
    arguments.add(refused("error.api.metadata", words(1, pairs(16), "s")));
    return arguments.build();
  }

  private static Arguments refused(String key, ApiRecipe recipe) {
    return Arguments.of(key, recipe);
  }

  private static ApiRecipe numbers(int epochs, int batch, double rate) {
    return Recipes.of(
        SUPERVISED,
        new ApiNumbers(OptionalInt.of(epochs), OptionalInt.of(batch), OptionalDouble.of(rate)));
  }

  private static ApiRecipe reinforcement(double compute, int interval, int samples, String schema) {
    return Recipes.of(
        new ApiMethod.Reinforcement(
            Recipes.EXACT,
            Optional.of(schema),
            Optional.empty(),
            OptionalDouble.of(compute),
            OptionalInt.of(interval),
            OptionalInt.of(samples)));
  }

  private static ApiRecipe words(int seed, Map<String, String> metadata, String suffix) {
    return new ApiRecipe(
        "model",
        SUPERVISED,
        ApiNumbers.LEFT_TO_PROVIDER,
        Optional.of(suffix),
        OptionalInt.of(seed),
        metadata,
        Optional.empty());
  }

  private static Map<String, String> pairs(int number) {
    return IntStream.range(0, number).boxed().collect(Collectors.toMap(i -> "k" + i, i -> "v"));
  }

  @ParameterizedTest
  @MethodSource("outOfRange")
  void whatIsOutOfRangeIsRefusedBeforeAnythingIsSent(String key, ApiRecipe recipe) {
    assertThat(keyOfRefusal(recipe, Provider.OPENAI)).isEqualTo(key);
  }

  @Test
  void azureHasItsTiersAndItsShorterSuffix() throws Exception {
    var tier =
        new ApiRecipe(
            "model",
            SUPERVISED,
            ApiNumbers.LEFT_TO_PROVIDER,
            Optional.empty(),
            OptionalInt.of(Integer.MAX_VALUE),
            pairs(15),
            Optional.of("globalstandard"));
    body(tier, Provider.AZURE);
    assertThat(keyOfRefusal(tier, Provider.OPENAI)).isEqualTo("error.api.tier");
    assertThat(keyOfRefusal(words(1, Map.of(), "s".repeat(41)), Provider.AZURE))
        .isEqualTo("error.api.suffix");
  }

  @Test
  void brokenGradersAreRefused() {
    assertThat(keyOfGrader(new Grader.StringCheck("", "a", "b", Grader.StringCheck.Operation.EQ)))
        .isEqualTo("error.api.graderIncomplete");
    assertThat(keyOfGrader(new Grader.ScoreModel("n", "m", "i", 1, 1)))
        .isEqualTo("error.api.graderRange");
    assertThat(keyOfGrader(new Grader.Python("n", "#".repeat(256_000), Optional.empty())))
        .isEqualTo("error.api.graderSource");
    assertThat(keyOfGrader(new Grader.Multi("n", Map.of("a", Recipes.several()), "a")))
        .isEqualTo("error.api.graderNested");
    for (var formula : new String[] {"b", "a; b", "a + sin(a)", ""}) {
      assertThat(keyOfGrader(new Grader.Multi("n", Map.of("a", Recipes.EXACT), formula)))
          .startsWith("error.api.grader");
    }
    assertThat(keyOfGrader(new Grader.Multi("n", new LinkedHashMap<>(), "1")))
        .isEqualTo("error.api.graderFormula");
    assertThat(keyOfGrader(new Grader.Multi("n", Map.of("a b", Recipes.EXACT), "1")))
        .isEqualTo("error.api.graderFormula");
  }

  private static String keyOfGrader(Grader grader) {
    return keyOfRefusal(Recipes.of(Recipes.graded(grader)), Provider.OPENAI);
  }
}
