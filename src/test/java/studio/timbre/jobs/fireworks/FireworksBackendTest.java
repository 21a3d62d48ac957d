package studio.timbre.jobs.fireworks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.timbre.jobs.openai.Fault;
import studio.timbre.jobs.remote.FakeProvider;
import studio.timbre.jobs.remote.FaultyServer;
import studio.timbre.jobs.remote.RemoteBench;
import studio.timbre.model.ApiMethod;
import studio.timbre.model.ApiNumbers;
import studio.timbre.model.ApiRecipe;
import studio.timbre.model.ApiStanding.Stage;
import studio.timbre.model.Grader;
import studio.timbre.model.JobEvent;
import studio.timbre.model.JobId;
import studio.timbre.model.Provider;
import studio.timbre.model.RunState;
import studio.timbre.model.UserFacingException;

/** A job at Fireworks AI from the data set to the tuned model, and the call that costs money. */
class FireworksBackendTest {
  private static final String JOB = "timbre-job-20261122-080000-00c0ffee";

  @TempDir Path folder;
  private final FakeFireworks fake = new FakeFireworks();
  private RemoteBench bench;

  @BeforeEach
  void prepare() throws Exception {
    bench = new RemoteBench(folder, fake, Provider.FIREWORKS, FireworksDialect::new);
  }

  @AfterEach
  void everyRequestKeptToTheDocumentation() {
    assertThat(fake.violations).isEmpty();
    bench.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aJobRunsFromDataSetToTunedModel(boolean oldMetrics) throws Exception {
    fake.oldMetrics = oldMetrics;
    assertThat(RemoteBench.end(bench.submit(true))).isEqualTo(RunState.FINISHED);

    assertThat(fake.files).containsOnlyKeys(JOB, JOB + "-validation");
    assertThat(new String(fake.files.get(JOB), StandardCharsets.UTF_8))
        .isEqualTo(RemoteBench.sent());
    assertThat(bench.events(JobEvent.Step.class))
        .extracting(JobEvent.Step::trainLoss)
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, FakeProvider.STEPS).mapToObj(FakeProvider::loss).toList());
    assertThat(bench.events(JobEvent.Evaluated.class))
        .extracting(JobEvent.Evaluated::evalLoss)
        .containsExactly(0.2 + 1, 0.2 + 0.5, 0.2 + 3.0 / 9);
    var finished = (JobEvent.Finished) bench.events().getLast();
    assertThat(finished.result()).isEqualTo("accounts/gull/models/brand-voice-00c0ffee");
    assertThat(finished.seconds()).isEqualTo(600);
    assertThat(bench.standing().providerJob()).contains(JOB);
  }

  @Test
  void whatItIsExpectedToCostIsSaidOnce() throws Exception {
    RemoteBench.end(bench.submit(false));
    assertThat(bench.events(JobEvent.Log.class))
        .filteredOn(log -> log.message().contains("cost"))
        .extracting(JobEvent.Log::message)
        .containsExactly("Fireworks AI expects this job to cost 1.25 USD.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"estimatedCost\":null}",
        "{\"estimatedCost\":{\"currencyCode\":\"USD\",\"units\":\"0\",\"nanos\":0}}",
        "{\"estimatedCost\":{\"currencyCode\":\"pearls\",\"units\":\"3\"}}",
        "{\"estimatedCost\":{\"currencyCode\":\"USD\",\"units\":\"many\"}}",
      })
  void aCostThatIsNoneIsNotSaid(String job) throws Exception {
    assertThat(EstimatedCost.sentence(FaultyServer.JSON.readTree(job))).isEmpty();
  }

  @Test
  void theOrderIsSentInTheProvidersWords() throws Exception {
    var numbers = new ApiNumbers(OptionalInt.of(2), OptionalInt.of(8), OptionalDouble.of(1e-4));
    bench.order(recipe(new ApiMethod.Supervised(), numbers, Optional.empty()));
    RemoteBench.end(bench.submit(true));
    assertThat(fake.jobs.get(JOB).request)
        .isEqualTo(
            FaultyServer.JSON.readTree(
                """
                {"displayName":"%1$s","baseModel":"gull/voice-8b",
                 "dataset":"accounts/gull/datasets/%1$s",
                 "evaluationDataset":"accounts/gull/datasets/%1$s-validation",
                 "epochs":2,"learningRate":1.0E-4,"batchSizeSamples":8}
                """
                    .formatted(JOB)));
  }

  private static ApiRecipe recipe(ApiMethod method, ApiNumbers numbers, Optional<String> suffix) {
    return new ApiRecipe(
        "gull/voice-8b", method, numbers, suffix, OptionalInt.empty(), Map.of(), Optional.empty());
  }

  /** Even a server that carries out what it says it has not cannot be made to begin a second one. */
  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"CUT", "DONE_AND_500", "DIES_AFTER", "FIELDS_MISSING"})
  void aJobThatBeganWithoutAClearAnswerIsFound(Fault fault) throws Exception {
    fake.perPage = 1;
    for (int i = 0; i < 30; i++) {
      var other = new FakeProvider.Job("other-" + i, FaultyServer.JSON.createObjectNode());
      fake.jobs.put(other.id, other);
    }
    bench.server.faults = call -> fake.isCreate(call) ? fault : Fault.NONE;
    assertThat(RemoteBench.end(bench.submit(false))).isEqualTo(RunState.FINISHED);
    assertThat(bench.server.creates()).isEqualTo(1);
    assertThat(bench.standing().providerJob()).contains(JOB);
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
    bench.pace.pass(Duration.ofHours(1));
    assertThat(RemoteBench.end(bench.lookAgain())).isEqualTo(RunState.FAILED);
    assertThat(fake.files).isEmpty();
  }

  @Test
  void aListThatCannotBeReadDecidesNothing() throws Exception {
    bench.server.faults =
        call ->
            fake.isCreate(call)
                ? Fault.DIES_BEFORE
                : call.is("GET /supervisedFineTuningJobs") ? Fault.FIELDS_MISSING : Fault.NONE;
    assertThat(RemoteBench.end(bench.submit(false))).isEqualTo(RunState.UNDECIDED);
    bench.pace.pass(Duration.ofDays(2));
    assertThat(RemoteBench.end(bench.lookAgain())).isEqualTo(RunState.UNDECIDED);
  }

  /** A data set that was made and not filled is no data. */
  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"DIES_BEFORE", "DIES_AFTER", "DONE_AND_500", "FIELDS_MISSING", "BUSY_429", "CUT"})
  void anUploadThatBreaksOffInEitherStepIsFinished(Fault fault) throws Exception {
    for (var step : List.of("POST /datasets", "POST /datasets/" + JOB + ":upload")) {
      var broken = new java.util.concurrent.atomic.AtomicBoolean();
      bench.server.faults = call -> call.is(step) && !broken.getAndSet(true) ? fault : Fault.NONE;
      assertThat(RemoteBench.end(bench.submit(false))).as(step).isEqualTo(RunState.FINISHED);
      assertThat(fake.orphans()).isEmpty();
      assertThat(fake.jobs).hasSize(1);
      fake.jobs.clear();
    }
  }

  @Test
  void aDataSetIsWaitedForUntilItIsReady() throws Exception {
    fake.slowDatasets = 4;
    assertThat(RemoteBench.end(bench.submit(false))).isEqualTo(RunState.FINISHED);
    assertThat(bench.server.calls).filteredOn(call -> call.is("GET /datasets/" + JOB)).hasSize(4);
  }

  @Test
  void nobodyWaitsForTheDataOfAJobThatIsCalledOff() throws Exception {
    fake.slowDatasets = 1000;
    bench.server.faults =
        call -> {
          if (call.is("GET /datasets/" + JOB)) {
            bench.ledger.change(bench.job, now -> now.cancelling());
          }
          return Fault.NONE;
        };
    assertThat(RemoteBench.end(bench.submit(true))).isEqualTo(RunState.CANCELLED);
    assertThat(bench.server.calls)
        .filteredOn(call -> call.is("GET /datasets/" + JOB))
        .hasSizeLessThan(3);
    assertThat(bench.server.creates()).isZero();
    assertThat(fake.files).isEmpty();
    assertThat(bench.standing().leftBehind()).isEmpty();
  }

  @Test
  void figuresThatCannotBeHadAreMissedAndSaid() throws Exception {
    fake.hasMetrics = false;
    assertThat(RemoteBench.end(bench.submit(false))).isEqualTo(RunState.FINISHED);
    assertThat(bench.events(JobEvent.Step.class)).isEmpty();
    assertThat(bench.events(JobEvent.Log.class)).anyMatch(log -> log.message().contains("figures"));
    assertThat(bench.events().toString()).doesNotContain("signature");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://gull.example/metrics", "file:///etc/passwd", "not a place", ""})
  void figuresAreFetchedFromNowhereElse(String place) throws Exception {
    var calls =
        new FireworksDialect(Duration.ofSeconds(1))
            .open(
                bench.order.connection(),
                new studio.timbre.model.ApiKey(RemoteBench.KEY),
                bench.pace);
    try (calls) {
      assertThatThrownBy(() -> calls.results(place)).hasMessageContaining("could not be read");
    }
  }

  @Test
  void whyAJobFailedIsSaid() throws Exception {
    fake.fails = true;
    assertThat(RemoteBench.end(bench.submit(false))).isEqualTo(RunState.FAILED);
    assertThat(((JobEvent.Failed) bench.events().getLast()).detail())
        .contains("INVALID_ARGUMENT The data has no assistant");
  }

  @Test
  void aFailureIsNotCalledFine() throws Exception {
    fake.fails = true;
    fake.hidesCode = true;
    RemoteBench.end(bench.submit(false));
    assertThat(((JobEvent.Failed) bench.events().getLast()).detail())
        .contains("The data has no assistant");
  }

  @Test
  void aJobIsEndedOnce() throws Exception {
    fake.neverEnds = true;
    var handle = bench.submit(false);
    while (fake.jobs.isEmpty() || fake.jobs.get(JOB).step == 0) {
      Thread.sleep(2);
    }
    handle.cancel();
    assertThat(RemoteBench.end(handle)).isEqualTo(RunState.CANCELLED);
    assertThat(bench.server.calls).filteredOn(call -> call.path().endsWith(":cancel")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "Brand_Voice, brand-voice-00c0ffee",
    "2026-gull, gull-00c0ffee",
    "__, timbre-00c0ffee",
    "a-, a-00c0ffee",
  })
  void aModelGetsANameThatIsAllowedAndFree(String suffix, String name) {
    assertThat(FireworksNames.model(suffix, new JobId("job-20261122-080000-00c0ffee")))
        .isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({
    "https://api.fireworks.ai/v1, error.api.fireworksAddress",
    "https://api.fireworks.ai/inference/v1, error.api.fireworksAddress",
    "https://api.fireworks.ai/v1/accounts/gull/models, error.api.fireworksAddress",
    "http://api.fireworks.ai/v1/accounts/gull, error.api.address",
  })
  void anAddressWithoutAnAccountIsRefused(String address, String key) {
    bench.order =
        bench.order(URI.create(address), Provider.FIREWORKS, ApiRecipe.of("gull/voice-8b"));
    assertRefused(key);
  }

  @Test
  void gradersAreNotOrderedHere() {
    var grader =
        new Grader.StringCheck(
            "said", "{{sample.output_text}}", "yes", Grader.StringCheck.Operation.EQ);
    var none = OptionalInt.empty();
    bench.order(
        recipe(
            new ApiMethod.Reinforcement(
                grader, Optional.empty(), Optional.empty(), OptionalDouble.empty(), none, none),
            ApiNumbers.LEFT_TO_PROVIDER,
            Optional.empty()));
    assertRefused("error.api.fireworksGrader");
  }

  private void assertRefused(String key) {
    assertThatThrownBy(() -> bench.submit(false))
        .isInstanceOfSatisfying(UserFacingException.class, e -> assertThat(e.key()).isEqualTo(key));
    assertThat(bench.server.calls).isEmpty();
  }
}
