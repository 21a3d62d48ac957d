package studio.timbre.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.app.AdapterServer.Creation;
import studio.timbre.app.Serving.Ending;
import studio.timbre.app.Serving.State;
import studio.timbre.jobs.openai.ChatServer;
import studio.timbre.jobs.remote.QuickPace;
import studio.timbre.model.ApiKey;
import studio.timbre.model.Connection;
import studio.timbre.model.Provider;
import studio.timbre.model.TunedModel;
import studio.timbre.model.UserFacingException;
import studio.timbre.pricing.Catalogue;

@Timeout(60)
class ProviderServingTest {
  private static final String KEY = "sk-canary-6dcd4ce23d88e2ee9568ba546c007c63";
  private static final String BASE = "meta-llama/Llama-3.1-8B-Instruct";
  private static final String SERVED = "meta-llama/Meta-Llama-3.1-8B-Instruct";

  @TempDir Path folder;
  private final QuickPace pace = new QuickPace();
  private AdapterServer server;

  @BeforeEach
  void start() throws IOException {
    server = new AdapterServer(KEY);
  }

  @AfterEach
  void theKeyIsNotOnDisk() throws IOException {
    server.close();
    var file = folder.resolve("served.json");
    if (Files.exists(file)) {
      assertThat(Files.readString(file)).doesNotContain(KEY);
    }
  }

  @Test
  void anAdapterIsAskedForOnceAndAnswersUnderTheNameThatTheProviderGives() throws Exception {
    var serving = serving();
    assertThat(serving.state(adapter("ftckpt_1"))).isEqualTo(new State.Deployable(SERVED, true));
    serving.deploy(adapter("ftckpt_1"), SERVED);
    serving.deploy(adapter("ftckpt_1"), SERVED);
    var answers = (State.Answers) await(serving, State.Answers.class);
    assertThat(answers.name()).startsWith(SERVED + "-LoRa:gull-kettle-").endsWith("-aBcD");
    assertThat(answers.ending()).isEqualTo(Ending.TAKES_DOWN);
    serving.deploy(adapter("ftckpt_1"), SERVED);
    assertThat(server.creations()).isEqualTo(1);
    var asked = new ObjectMapper().readTree(server.bodies.getFirst());
    assertThat(asked.path("base_model").asText()).isEqualTo(SERVED);
    assertThat(asked.path("source").asText()).isEqualTo("ftjob-1:ftckpt_1");
    assertThat(asked.path("name").asText()).matches("gull-kettle-[0-9a-f]{8}");
  }

  @Test
  void programsThatDeployAtTheSameTimeAskOnce() throws Exception {
    var programs = java.util.List.of(serving(), serving(), serving(), serving());
    var threads =
        programs.stream()
            .map(
                program ->
                    Thread.ofPlatform()
                        .start(
                            () -> {
                              try {
                                program.deploy(adapter("ftckpt_1"), SERVED);
                              } catch (UserFacingException e) {
                                throw new IllegalStateException(e);
                              }
                            }))
            .toList();
    for (var thread : threads) {
      thread.join();
    }
    await(programs.getFirst(), State.Answers.class);
    assertThat(server.creations()).isEqualTo(1);
  }

  @Test
  void theCheckpointIsFoundByItsNameOrIsTheLast() throws Exception {
    var serving = serving();
    serving.deploy(adapter("named"), SERVED);
    await(serving, adapter("named"), State.Answers.class);
    serving.deploy(adapter("something else"), SERVED);
    await(serving, adapter("something else"), State.Answers.class);
    assertThat(server.bodies).allMatch(body -> body.contains("ftjob-1:ftckpt_2"));
  }

  @Test
  void anAnswerThatNeverCameIsFoundInTheListAndNotAskedForAgain() throws Exception {
    server.creation = Creation.TAKEN_AND_CUT;
    var serving = serving();
    serving.deploy(adapter("ftckpt_1"), SERVED);
    await(serving, State.Answers.class);
    assertThat(server.creations()).isEqualTo(1);
  }

  @Test
  void whatWasNeverTakenIsNotAskedForAgainByItselfAndToldInTheEnd() throws Exception {
    server.creation = Creation.CUT;
    var serving = serving();
    serving.deploy(adapter("ftckpt_1"), SERVED);
    awaitQuiet(serving);
    assertThat(serving.state(adapter("ftckpt_1"))).isInstanceOf(State.Deploying.class);
    pace.pass(Duration.ofMinutes(20));
    var later = serving();
    later.attend(adapter("ftckpt_1"));
    await(later, State.Failed.class);
    assertThat(server.creations()).isEqualTo(1);
    server.creation = Creation.TAKEN;
    later.deploy(adapter("ftckpt_1"), SERVED);
    await(later, State.Answers.class);
    assertThat(server.creations()).isEqualTo(2);
  }

  @Test
  void aRestartGoesOnWithWhatWasAskedFor() throws Exception {
    server.looks = Integer.MAX_VALUE;
    var serving = serving();
    serving.deploy(adapter("ftckpt_1"), SERVED);
    while (server.calls.stream().noneMatch(call -> call.startsWith("GET /v0/models/"))) {
      Thread.sleep(5);
    }
    serving.close();
    server.looks = 0;
    var later = serving();
    assertThat(later.state(adapter("ftckpt_1"))).isInstanceOf(State.Deploying.class);
    later.attend(adapter("ftckpt_1"));
    await(later, State.Answers.class);
    assertThat(server.creations()).isEqualTo(1);
  }

  @Test
  void aFailureIsToldInTheProvidersWordsAndMayBeTriedAgain() throws Exception {
    server.end = "{\"status\":\"error\",\"status_reason\":\"the rank is too high\"}";
    var serving = serving();
    serving.deploy(adapter("ftckpt_1"), SERVED);
    assertThat(await(serving, State.Failed.class))
        .isEqualTo(new State.Failed(SERVED, "the rank is too high"));
    server.creation = Creation.REFUSED;
    serving.deploy(adapter("ftckpt_1"), "another");
    awaitQuiet(serving);
    assertThat(serving.state(adapter("ftckpt_1")))
        .isEqualTo(new State.Failed("another", "HTTP 400: this base is not served"));
    server.creation = Creation.KEY_REFUSED;
    serving.deploy(adapter("ftckpt_1"), SERVED);
    awaitQuiet(serving);
    assertThat(serving.state(adapter("ftckpt_1"))).asString().doesNotContain(KEY);
  }

  @Test
  void anAdapterIsTakenDown() throws Exception {
    var serving = serving();
    serving.deploy(adapter("ftckpt_1"), SERVED);
    await(serving, State.Answers.class);
    server.deleteStatus = 500;
    assertThatThrownBy(() -> serving.end(adapter("ftckpt_1")))
        .isInstanceOf(UserFacingException.class)
        .hasMessageContaining("may go on answering");
    assertThat(serving.state(adapter("ftckpt_1"))).isInstanceOf(State.Answers.class);
    server.deleteStatus = 404;
    serving.end(adapter("ftckpt_1"));
    assertThat(serving.state(adapter("ftckpt_1"))).isInstanceOf(State.Deployable.class);
    assertThat(server.calls.getLast()).startsWith("DELETE /v0/models/" + SERVED + "-LoRa:gull");
  }

  @Test
  void anAdapterOfAnotherBaseIsNotPromised() {
    var model = new TunedModel("x", nebius(), "Qwen/Qwen3-32B", "ftckpt_1", Optional.of("ftjob-1"));
    assertThat(serving().state(model)).isEqualTo(new State.Deployable("Qwen/Qwen3-32B", false));
  }

  @Test
  void openAiNeedsNothingAndItsTunedModelIsDeletedForGood() throws Exception {
    try (var openAi = new ChatServer()) {
      var model =
          new TunedModel(
              "x",
              new Connection("o", "Ours", Provider.OPENAI, openAi.address()),
              "gpt-4o-mini-2024-07-18",
              "ft:gpt-4o-mini-2024-07-18:gull::Ab12Cd34",
              Optional.of("ftjob-1"));
      var serving = serving();
      assertThat(serving.state(model))
          .isEqualTo(new State.Answers(model.model(), Ending.DELETES_MODEL));
      openAi.refuses(403, "forbidden", "only owners");
      assertThatThrownBy(() -> serving.end(model)).isInstanceOf(UserFacingException.class);
      assertThat(serving.state(model)).isInstanceOf(State.Answers.class);
      openAi.answers(
          200, "application/json", "{\"id\":\"x\",\"deleted\":true}", java.util.Map.of());
      serving.end(model);
      assertThat(serving().state(model)).isInstanceOf(State.Ended.class);
      assertThat(openAi.asked.getLast().method()).isEqualTo("DELETE");
      assertThat(openAi.asked.getLast().path().replace("%3A", ":"))
          .isEqualTo("/v1/models/" + model.model());
    }
  }

  /** The price is that of the catalogue: $1.70 an hour, as of 2026-09-02. */
  @Test
  void azureIsToldStepByStepWithThePriceOfAnHour() throws Exception {
    var model =
        new TunedModel(
            "x",
            new Connection(
                "a",
                "Azure",
                Provider.AZURE,
                URI.create("https://gulls.openai.azure.com/openai/v1")),
            "gpt-4o-mini-2024-07-18",
            "gpt-4o-mini-2024-07-18.ft-0123456789abcdef0123456789abcdef",
            Optional.of("ftjob-1"));
    var serving = serving();
    var steps = ((State.AtAzure) serving.state(model)).steps();
    assertThat(steps.resource()).isEqualTo("gulls");
    assertThat(steps.usdPerHour()).isEqualTo(OptionalDouble.of(1.7));
    assertThat(steps.asOf()).isNotBlank();
    assertThat(steps.source()).isNotBlank();
    assertThat(steps.request())
        .startsWith("PUT https://management.azure.com/subscriptions/")
        .contains("/accounts/gulls/deployments/")
        .endsWith("?api-version=2024-10-21");
    assertThat(new ObjectMapper().readTree(steps.body()))
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    """
                    {"sku":{"name":"standard","capacity":1},
                     "properties":{"model":{"format":"OpenAI",
                      "name":"gpt-4o-mini-2024-07-18.ft-0123456789abcdef0123456789abcdef","version":"1"}}}
                    """));
    serving.answersAs(model, " gulls-voice ");
    assertThat(serving().state(model)).isEqualTo(new State.Answers("gulls-voice", Ending.BY_HAND));
    serving.end(model);
    assertThat(serving().state(model)).isInstanceOf(State.AtAzure.class);
  }

  private Connection nebius() {
    return new Connection("n", "Nebius", Provider.NEBIUS, server.address());
  }

  private TunedModel adapter(String checkpoint) {
    return new TunedModel("Gull & Kettle", nebius(), BASE, checkpoint, Optional.of("ftjob-1"));
  }

  private ProviderServing serving() {
    return new ProviderServing(
        new ServedModels(folder.resolve("served.json")),
        new ServingFacts(Catalogue.shipped().entries()),
        connection -> new ApiKey(KEY),
        pace);
  }

  private State await(ProviderServing serving, Class<? extends State> wanted) throws Exception {
    return await(serving, adapter("ftckpt_1"), wanted);
  }

  private static State await(
      ProviderServing serving, TunedModel model, Class<? extends State> wanted) throws Exception {
    while (!wanted.isInstance(serving.state(model))) {
      Thread.sleep(5);
    }
    return serving.state(model);
  }

  private static void awaitQuiet(ProviderServing serving) throws Exception {
    while (serving.isBusy()) {
      Thread.sleep(5);
    }
  }
}
