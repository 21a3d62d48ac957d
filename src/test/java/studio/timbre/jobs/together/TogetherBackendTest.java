package studio.timbre.jobs.together;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.timbre.jobs.openai.Fault;
import studio.timbre.jobs.remote.FakeProvider;
import studio.timbre.jobs.remote.FaultyServer;
import studio.timbre.jobs.remote.RemoteBench;
import studio.timbre.model.ApiMethod;
import studio.timbre.model.ApiNumbers;
import studio.timbre.model.ApiOrder;
import studio.timbre.model.ApiRecipe;
import studio.timbre.model.ApiStanding.Stage;
import studio.timbre.model.Grader;
import studio.timbre.model.JobEvent;
import studio.timbre.model.Provider;
import studio.timbre.model.RunState;
import studio.timbre.model.UserFacingException;

/** A job at Together AI from the upload to the tuned model, and the call that costs money. */
class TogetherBackendTest {
  @TempDir Path folder;
  private final FakeTogether fake = new FakeTogether();
  private RemoteBench bench;

  @BeforeEach
  void prepare() throws Exception {
    bench = new RemoteBench(folder, fake, Provider.TOGETHER, TogetherDialect::new);
  }

  @AfterEach
  void everyRequestKeptToTheDocumentation() {
    assertThat(fake.violations).isEmpty();
    bench.close();
  }

  @Test
  void aJobRunsFromUploadToTunedModel() throws Exception {
    assertThat(RemoteBench.end(bench.submit(true))).isEqualTo(RunState.FINISHED);

    assertThat(new String(fake.files.get("file-1"), StandardCharsets.UTF_8))
        .isEqualTo(RemoteBench.sent());
    assertThat(bench.events(JobEvent.Step.class))
        .extracting(JobEvent.Step::trainLoss)
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, FakeProvider.STEPS).mapToObj(FakeProvider::loss).toList());
    assertThat(bench.events(JobEvent.Step.class).getFirst().time())
        .isEqualTo(Instant.ofEpochSecond(1_790_000_001));
    assertThat(bench.events(JobEvent.Evaluated.class))
        .extracting(JobEvent.Evaluated::evalLoss)
        .containsExactly(0.2 + 1, 0.2 + 0.5, 0.2 + 3.0 / 9);
    assertThat(bench.events(JobEvent.Started.class).getLast().totalSteps())
        .isEqualTo(FakeProvider.STEPS);
    assertThat(bench.events(JobEvent.Checkpoint.class))
        .extracting(JobEvent.Checkpoint::folder)
        .containsExactly("ft-1:3", "ft-1:6", "ft-1:9");
    assertThat(bench.events(JobEvent.Log.class))
        .extracting(JobEvent.Log::message)
        .contains("Job started at Sun Nov 22", "Training begins");
    var finished = (JobEvent.Finished) bench.events().getLast();
    assertThat(finished.result()).isEqualTo("gull/voice-8b-Brand_Voice-ft-1");
    assertThat(finished.seconds()).isEqualTo(600);
  }

  @Test
  void theOrderIsSentInTheProvidersWords() throws Exception {
    var numbers = new ApiNumbers(OptionalInt.of(2), OptionalInt.of(8), OptionalDouble.of(2e-5));
    order(
        new ApiRecipe(
            "gull/voice-8b",
            new ApiMethod.Preference(OptionalDouble.of(0.2)),
            numbers,
            Optional.of("brand"),
            OptionalInt.of(7),
            Map.of(),
            Optional.empty()));
    RemoteBench.end(bench.submit(true));
    assertThat(fake.jobs.get("ft-1").request)
        .isEqualTo(
            FaultyServer.JSON.readTree(
                """
                {"model":"gull/voice-8b","training_file":"file-1","validation_file":"file-3",
                 "n_epochs":2,"n_evals":2,"learning_rate":2.0E-5,"batch_size":8,"suffix":"brand",
                 "random_seed":7,"training_method":{"method":"dpo","dpo_beta":0.2}}
                """));
  }

  @Test
  void whatIsLeftToTheProviderIsNotSent() throws Exception {
    order(ApiRecipe.of("gull/voice-8b"));
    RemoteBench.end(bench.submit(false));
    assertThat(fake.jobs.get("ft-1").request)
        .isEqualTo(
            FaultyServer.JSON.readTree(
                """
                {"model":"gull/voice-8b","training_file":"file-1",
                 "training_method":{"method":"sft","train_on_inputs":"auto"}}
                """));
  }

  private void order(ApiRecipe recipe) {
    var usual = bench.order;
    bench.order =
        new ApiOrder(
            usual.id(),
            usual.name(),
            usual.connection(),
            usual.keyVariable(),
            recipe,
            usual.agreedUsd(),
            usual.journalEntry(),
            usual.created());
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"CUT", "DONE_AND_500", "DIES_AFTER", "FIELDS_MISSING"})
  void aJobThatBeganWithoutAClearAnswerIsFound(Fault fault) throws Exception {
    fake.cutsLists = true;
    bench.server.faults = call -> fake.isCreate(call) ? fault : Fault.NONE;
    assertThat(RemoteBench.end(bench.submit(false))).isEqualTo(RunState.FINISHED);
    assertThat(bench.server.creates()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"DIES_BEFORE", "ERROR_500", "TIMEOUT_408", "CONFLICT_409", "HTML_AS_SUCCESS"})
  void aJobThatMayHaveBegunIsNeverAskedForAgain(Fault fault) throws Exception {
    bench.server.faults = call -> fake.isCreate(call) ? fault : Fault.NONE;
    assertThat(RemoteBench.end(bench.submit(false))).isEqualTo(RunState.UNDECIDED);
    assertThat(RemoteBench.end(bench.lookAgain())).isEqualTo(RunState.UNDECIDED);
    assertThat(bench.server.creates()).isEqualTo(1);
    assertThat(bench.standing().stage()).isEqualTo(Stage.ASKED);
  }

  @Test
  void aListThatCannotBeReadDecidesNothing() throws Exception {
    bench.server.faults =
        call ->
            fake.isCreate(call)
                ? Fault.DIES_BEFORE
                : call.is("GET /fine-tunes") ? Fault.FIELDS_MISSING : Fault.NONE;
    assertThat(RemoteBench.end(bench.submit(false))).isEqualTo(RunState.UNDECIDED);
    bench.pace.pass(Duration.ofDays(2));
    assertThat(RemoteBench.end(bench.lookAgain())).isEqualTo(RunState.UNDECIDED);
  }

  @Test
  void whyAJobFailedStandsInItsLastEvent() throws Exception {
    fake.fails = true;
    assertThat(RemoteBench.end(bench.submit(false))).isEqualTo(RunState.FAILED);
    var failed = (JobEvent.Failed) bench.events().getLast();
    assertThat(failed.detail()).contains("job_error The data has no assistant");
  }

  @Test
  void aJobIsEndedOnce() throws Exception {
    fake.neverEnds = true;
    var handle = bench.submit(false);
    while (fake.jobs.isEmpty() || fake.jobs.get("ft-1").step == 0) {
      Thread.sleep(2);
    }
    handle.cancel();
    assertThat(RemoteBench.end(handle)).isEqualTo(RunState.CANCELLED);
    assertThat(bench.server.calls).filteredOn(call -> call.path().endsWith("/cancel")).hasSize(1);
  }

  @Test
  void anAccountWithoutMoneyIsSaidToBeSo() throws Exception {
    bench.server.scripted =
        call ->
            fake.isCreate(call) ? Optional.of(FaultyServer.error(402, "Top up")) : Optional.empty();
    assertThat(RemoteBench.end(bench.submit(false))).isEqualTo(RunState.FAILED);
    assertThat(((JobEvent.Failed) bench.events().getLast()).code()).isEqualTo("quota_used_up");
    assertThat(fake.files).isEmpty();
  }

  @Test
  void aWrongKeyThatTheServerSendsBackIsNotKept() throws Exception {
    bench.server.scripted = _ -> Optional.of(FaultyServer.error(401, "Wrong: " + RemoteBench.KEY));
    assertThat(RemoteBench.end(bench.submit(false))).isEqualTo(RunState.FAILED);
    assertThat(bench.events().toString()).contains("Wrong:").doesNotContain(RemoteBench.KEY);
  }

  @Test
  void aRedirectDoesNotCarryTheKeyAway() throws Exception {
    try (var elsewhere = new FaultyServer(RemoteBench.KEY, new FakeTogether())) {
      bench.server.scripted =
          call -> Optional.of(FaultyServer.Answer.redirect(elsewhere.address() + call.path()));
      assertThat(RemoteBench.end(bench.submit(false))).isEqualTo(RunState.FAILED);
      assertThat(elsewhere.calls).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://api.together.ai/v1", "https://key@api.together.ai/v1"})
  void aKeyGoesNowhereWithoutEncryption(String address) {
    bench.order =
        bench.order(URI.create(address), Provider.TOGETHER, ApiRecipe.of("gull/voice-8b"));
    assertRefused("error.api.address");
  }

  @Test
  void gradersAreNotOrderedHere() {
    order(
        new ApiRecipe(
            "gull/voice-8b",
            new ApiMethod.Reinforcement(
                new Grader.StringCheck("a", "b", "c", Grader.StringCheck.Operation.EQ),
                Optional.empty(),
                Optional.empty(),
                OptionalDouble.empty(),
                OptionalInt.empty(),
                OptionalInt.empty()),
            ApiNumbers.LEFT_TO_PROVIDER,
            Optional.empty(),
            OptionalInt.empty(),
            Map.of(),
            Optional.empty()));
    assertRefused("error.api.methodElsewhere");
  }

  private void assertRefused(String key) {
    assertThatThrownBy(() -> bench.submit(false))
        .isInstanceOfSatisfying(UserFacingException.class, e -> assertThat(e.key()).isEqualTo(key));
    assertThat(bench.server.calls).isEqualTo(List.of());
  }
}
