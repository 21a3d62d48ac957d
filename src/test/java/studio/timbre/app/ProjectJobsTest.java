package studio.timbre.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.jobs.openai.ProviderServer;
import studio.timbre.jobs.openai.ProviderState.Flavour;
import studio.timbre.model.ApiAttention;
import studio.timbre.model.ApiJob;
import studio.timbre.model.ApiKey;
import studio.timbre.model.ApiNumbers;
import studio.timbre.model.ApiRecipe;
import studio.timbre.model.Connection;
import studio.timbre.model.Conversation;
import studio.timbre.model.JobId;
import studio.timbre.model.Message;
import studio.timbre.model.Provider;
import studio.timbre.model.Role;
import studio.timbre.model.RunState;
import studio.timbre.model.Split;
import studio.timbre.model.Status;
import studio.timbre.model.UserFacingException;

/** Jobs at a provider on this computer that belong to a project. */
@Timeout(60)
class ProjectJobsTest {
  private static final String KEY = "sk-canary-1f3870be274f6c49b3e31a0c6728957f";
  private static final String MODEL = "gpt-4o-mini-2024-07-18";

  @TempDir Path home;
  private ProviderServer server;
  private Timbre timbre;
  private ProjectSession project;
  private Connection connection;

  @BeforeEach
  void setUp() throws Exception {
    server = new ProviderServer(KEY, Flavour.OPENAI);
    timbre = Timbre.startIn(new TimbreFolder(home));
    project = timbre.create(home.resolve("voice.timbre"));
    connection = new Connection("c-1", "Our account", Provider.OPENAI, server.address());
    for (int i = 0; i < 12; i++) {
      project.add(conversation(i), Split.TRAINING, Optional.empty());
    }
    for (int i = 0; i < 3; i++) {
      project.add(conversation(100 + i), Split.HELD_OUT, Optional.empty());
    }
  }

  /** Nothing that Timbre wrote anywhere has the key. */
  @AfterEach
  void tearDown() throws Exception {
    project.close();
    timbre.close();
    server.close();
    assertThat(server.violations).isEmpty();
    try (var files = Files.walk(home)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
            .as(file.toString())
            .doesNotContain(KEY);
      }
    }
  }

  private static Conversation conversation(int number) {
    return Conversation.of(
        Message.of(Role.USER, "Where is order number " + number + "?"),
        Message.of(Role.ASSISTANT, "It left us on Monday, number " + number + "."));
  }

  private ApiTraining.Choice choice(boolean validate, OptionalDouble budget) {
    return new ApiTraining.Choice(
        "Brand voice",
        connection,
        ApiRecipe.of(MODEL).withNumbers(ApiNumbers.LEFT_TO_PROVIDER.withEpochs(OptionalInt.of(2))),
        validate,
        budget);
  }

  private JobId start() throws Exception {
    project.apiJobs().use(connection, new ApiKey(KEY));
    return project.apiTraining().start(choice(false, OptionalDouble.empty()));
  }

  private ApiJob job(JobId id) {
    return project.apiJobs().job(id);
  }

  private ApiAttention attention(JobId id) {
    return project.apiJobs().runs().stream()
        .filter(run -> run.id().equals(id))
        .findFirst()
        .orElseThrow()
        .attention();
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    while (!condition.getAsBoolean()) {
      Thread.sleep(20);
    }
  }

  private void reopen() throws Exception {
    project.close();
    project = timbre.open(home.resolve("voice.timbre"));
  }

  @Test
  void whatIsNotRejectedIsSentAndTheJobBelongsToTheProject() throws Exception {
    server.state.isQuick = true;
    long rejected = project.add(conversation(50), Split.TRAINING, Optional.empty());
    project.setStatus(Status.REJECTED, rejected);
    project.apiJobs().use(connection, new ApiKey(KEY));
    var id = project.apiTraining().start(choice(true, OptionalDouble.of(1)));
    await(() -> job(id).state() == RunState.FINISHED);
    var sent =
        server.state.files.values().stream()
            .filter(part -> part.file().startsWith("timbre-"))
            .map(part -> new String(part.bytes(), StandardCharsets.UTF_8))
            .toList();
    assertThat(sent).hasSize(2);
    assertThat(sent.get(0).lines()).hasSize(12).noneMatch(line -> line.contains("number 50"));
    assertThat(sent.get(1).lines()).hasSize(3).allMatch(line -> line.contains("number 10"));
    var order = job(id).order();
    assertThat(order.journalEntry()).hasValue(project.journalPosition());
    assertThat(project.versions().seenBy(id).orElseThrow().state())
        .isEqualTo(project.journalPosition());
    assertThat(order.agreedUsd().orElseThrow()).isPositive();
    assertThat(job(id).standing().tunedModel().orElseThrow()).startsWith("ft:gpt-4o-mini");
    assertThat(job(id).totalSteps()).isEqualTo(9);
    assertThat(job(id).heldOutLoss()).isPresent();
    reopen();
    assertThat(project.apiJobs().list()).extracting(ApiJob::id).containsExactly(id);
    try (var leftOver = Files.list(home.resolve("api-jobs"))) {
      assertThat(leftOver.map(path -> path.getFileName().toString())).containsExactly(id.value());
    }
  }

  @Test
  void thePriceIsThatOfTheProjectsOwnCountsAndTheSameThatIsAgreed() throws Exception {
    var forecast = project.apiTraining().forecast(choice(true, OptionalDouble.empty()));
    assertThat(forecast.quote().conversations()).isEqualTo(12);
    assertThat(forecast.heldOut()).isEqualTo(3);
    assertThat(forecast.quote().epochs()).isEqualTo(2);
    var id = start();
    var usd = forecast.quote().usd().orElseThrow();
    assertThat(usd.isExact()).isTrue();
    assertThat(job(id).order().agreedUsd()).hasValue(usd.high());
  }

  @Test
  void elsewhereThePriceIsCountedForTheModelThere() {
    var training = project.apiTraining();
    var llama =
        training
            .price(Provider.NEBIUS, ApiRecipe.of("meta-llama/Llama-3.1-8B-Instruct"))
            .orElseThrow();
    assertThat(llama.low()).isPositive().isLessThan(llama.high());
    var oss = training.price(Provider.CRUSOE, ApiRecipe.of("GPT-OSS 120B")).orElseThrow();
    assertThat(oss.isExact()).isTrue();
    assertThat(training.price(Provider.AZURE, ApiRecipe.of("gpt-4o-2024-08-06"))).isEmpty();
  }

  @Test
  void aJobAboveItsBudgetSendsNothingAndLeavesNothing() {
    project.apiJobs().use(connection, new ApiKey(KEY));
    assertThatThrownBy(() -> project.apiTraining().start(choice(false, OptionalDouble.of(1e-6))))
        .isInstanceOf(UserFacingException.class)
        .hasMessageContaining("budget");
    assertThat(server.calls).isEmpty();
    assertThat(project.apiJobs().list()).isEmpty();
    assertThat(home.resolve("api-jobs")).isEmptyDirectory();
  }

  @Test
  void aJobThatWentOnWhileTheProjectWasClosedIsUpToDateWhenItsKeyIsKnown() throws Exception {
    timbre.connections().keys().unlock("a long passphrase".toCharArray());
    connection =
        timbre
            .connections()
            .add(
                Provider.COMPATIBLE,
                "Ours",
                server.address().toString(),
                new NewKey.Typed(new ApiKey(KEY)));
    server.state.neverEnds = true;
    var id = project.apiTraining().start(choice(false, OptionalDouble.empty()));
    await(() -> job(id).state() == RunState.RUNNING);
    project.close();
    server.state.neverEnds = false;
    server.state.isQuick = true;
    project = timbre.open(home.resolve("voice.timbre"));
    await(() -> job(id).state() == RunState.FINISHED);
    assertThat(server.creates()).isEqualTo(1);
  }

  @Test
  void aJobWhoseKeyIsLockedSaysSoAndGoesOnOnceItIsOpened() throws Exception {
    timbre.connections().keys().unlock("a long passphrase".toCharArray());
    connection =
        timbre
            .connections()
            .add(
                Provider.COMPATIBLE,
                "Ours",
                server.address().toString(),
                new NewKey.Typed(new ApiKey(KEY)));
    server.state.neverEnds = true;
    var id = project.apiTraining().start(choice(false, OptionalDouble.empty()));
    await(() -> job(id).state() == RunState.RUNNING);
    project.close();
    timbre.close();
    timbre = Timbre.startIn(new TimbreFolder(home));
    project = timbre.open(home.resolve("voice.timbre"));
    await(() -> attention(id) == ApiAttention.KEY_LOCKED);
    int calls = server.calls.size();
    timbre.connections().keys().unlock("a long passphrase".toCharArray());
    assertThat(project.apiJobs().attend(id)).isTrue();
    assertThat(attention(id)).isEqualTo(ApiAttention.SEEN_TO);
    await(() -> server.calls.size() > calls);
  }

  @Test
  void aKeyIsNotSentToAnotherComputerThanTheOneItIsFor() throws Exception {
    timbre.connections().keys().unlock("a long passphrase".toCharArray());
    var elsewhere =
        timbre
            .connections()
            .add(
                Provider.COMPATIBLE,
                "Ours",
                "https://models.example.com/v1",
                new NewKey.Typed(new ApiKey(KEY)));
    connection = new Connection(elsewhere.id(), "Ours", Provider.COMPATIBLE, server.address());
    server.state.neverEnds = true;
    var id = start();
    await(() -> job(id).state() == RunState.RUNNING);
    project.close();
    int calls = server.calls.size();
    project = timbre.open(home.resolve("voice.timbre"));
    await(() -> attention(id) == ApiAttention.KEY_MISSING);
    assertThatThrownBy(() -> project.apiJobs().attend(id))
        .hasMessageContaining("no longer leads to 127.0.0.1");
    assertThat(server.calls).hasSize(calls);
  }

  @Test
  void aCopyLeavesTheJobsToTheProjectInWhichTheyWereStarted() throws Exception {
    server.state.neverEnds = true;
    var id = start();
    await(() -> job(id).state() == RunState.RUNNING);
    var copy = home.resolve("copy.timbre");
    project.copyTo(copy);
    project.close();
    int calls = server.calls.size();
    project = timbre.open(copy);
    project.apiJobs().use(connection, new ApiKey(KEY));
    assertThat(attention(id)).isEqualTo(ApiAttention.ORIGINAL);
    assertThat(project.apiJobs().attend(id)).isFalse();
    project.apiJobs().cancel(id);
    assertThat(server.calls).hasSize(calls);
    project.apiJobs().forget(id);
    assertThat(project.apiJobs().list()).isEmpty();
    assertThat(home.resolve("api-jobs").resolve(id.value())).isDirectory();
  }

  @Test
  void nobodyIsAskedWhileTheWindowIsHidden() throws Exception {
    server.state.neverEnds = true;
    var id = start();
    await(() -> job(id).state() == RunState.RUNNING);
    project.apiJobs().setWatched(false);
    Thread.sleep(300);
    int calls = server.calls.size();
    Thread.sleep(2_500);
    assertThat(server.calls).hasSize(calls);
    long shown = System.nanoTime();
    project.apiJobs().setWatched(true);
    await(() -> server.calls.size() > calls);
    assertThat((System.nanoTime() - shown) / 1e9).isLessThan(1.5);
  }

  @Test
  void aLiveJobIsNotForgottenAndOneThatIsOverLeavesNoFiles() throws Exception {
    server.state.neverEnds = true;
    var id = start();
    await(() -> job(id).state() == RunState.RUNNING);
    project.apiJobs().forget(id);
    assertThat(project.apiJobs().list()).hasSize(1);
    project.apiJobs().rename(id, "Friday");
    assertThat(job(id).order().name()).isEqualTo("Friday");
    project.apiJobs().cancel(id);
    await(() -> job(id).state() == RunState.CANCELLED);
    project.apiJobs().forget(id);
    assertThat(project.apiJobs().list()).isEmpty();
    assertThat(home.resolve("api-jobs").resolve(id.value())).doesNotExist();
  }
}
