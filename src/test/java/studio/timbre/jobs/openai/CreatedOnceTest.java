package studio.timbre.jobs.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.timbre.jobs.openai.ProviderServer.Answer;
import studio.timbre.jobs.openai.ProviderServer.Call;
import studio.timbre.jobs.openai.ProviderState.Flavour;
import studio.timbre.jobs.remote.RemoteBackend;
import studio.timbre.model.ApiStanding.Stage;
import studio.timbre.model.JobEvent;
import studio.timbre.model.Provider;
import studio.timbre.model.RunState;
import studio.timbre.model.UserFacingException;

/** The call that costs money, and everything that can go wrong around it. */
class CreatedOnceTest {
  @TempDir Path folder;
  private ProviderBench bench;

  @BeforeEach
  void prepare() throws Exception {
    bench = new ProviderBench(folder, Flavour.OPENAI);
  }

  @AfterEach
  void everyRequestKeptToThePublishedInterface() {
    assertThat(bench.server.violations).isEmpty();
    bench.close();
  }

  private static Function<Call, Fault> atCreate(Fault fault) {
    return call -> call.isCreate() ? fault : Fault.NONE;
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"CUT", "DONE_AND_500", "DIES_AFTER", "FIELDS_MISSING"})
  void aJobThatBeganWithoutAClearAnswerIsFound(Fault fault) throws Exception {
    bench.server.faults = atCreate(fault);
    assertThat(ProviderBench.end(bench.submit())).isEqualTo(RunState.FINISHED);
    assertThat(bench.server.creates()).isEqualTo(1);
    assertThat(bench.server.state.jobs).hasSize(1);
  }

  @Test
  void itIsFoundByItsFileWhereTheProviderDropsMetadata() throws Exception {
    bench.server.state.dropsMetadata = true;
    bench.server.faults = atCreate(Fault.DIES_AFTER);
    assertThat(ProviderBench.end(bench.submit())).isEqualTo(RunState.FINISHED);
    assertThat(bench.server.creates()).isEqualTo(1);
  }

  @Test
  void itIsFoundAmongManyJobsOldestFirst() throws Exception {
    bench.server.faults = atCreate(Fault.DIES_AFTER);
    bench.server.state.oldestJobsFirst = true;
    for (int i = 0; i < 230; i++) {
      bench.server.state.jobs.put(
          "ftjob-old-" + i,
          new ProviderState.Job(
              "ftjob-old-" + i,
              ProviderServer.JSON.createObjectNode().put("model", "m").put("training_file", "x")));
    }
    assertThat(ProviderBench.end(bench.submit())).isEqualTo(RunState.FINISHED);
    assertThat(bench.standing().providerJob().orElseThrow()).doesNotContain("old");
  }

  @Test
  void itIsFoundLaterWhereTheProviderListsItLate() throws Exception {
    bench.server.faults = atCreate(Fault.DIES_AFTER);
    bench.server.state.lag = 8;
    assertThat(ProviderBench.end(bench.submit())).isEqualTo(RunState.UNDECIDED);
    assertThat(bench.standing().stage()).isEqualTo(Stage.ASKED);
    assertThat(ProviderBench.end(bench.lookAgain())).isEqualTo(RunState.FINISHED);
    assertThat(bench.server.creates()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {
        "DIES_BEFORE",
        "ERROR_500",
        "OVERLOADED_503",
        "TIMEOUT_408",
        "CONFLICT_409",
        "HTML",
        "HTML_AS_SUCCESS"
      })
  void aJobThatMayHaveBegunIsNeverAskedForAgain(Fault fault) throws Exception {
    bench.server.faults = atCreate(fault);
    assertThat(ProviderBench.end(bench.submit())).isEqualTo(RunState.UNDECIDED);
    assertThat(ProviderBench.end(bench.lookAgain())).isEqualTo(RunState.UNDECIDED);
    assertThat(bench.server.creates()).isEqualTo(1);
    assertThat(bench.server.state.files).hasSize(1);

    bench.pace.pass(RemoteBackend.CERTAIN);
    assertThat(ProviderBench.end(bench.lookAgain())).isEqualTo(RunState.FAILED);
    assertThat(((JobEvent.Failed) bench.events().getLast()).code()).isEqualTo("never_began");
    assertThat(bench.server.creates()).isEqualTo(1);
    assertThat(bench.server.state.files).isEmpty();
  }

  @Test
  void aListThatIsNotSeenToItsEndDecidesNothing() throws Exception {
    bench.server.faults =
        call ->
            call.method().equals("GET") && call.path().equals("/fine_tuning/jobs")
                ? Fault.ERROR_500
                : atCreate(Fault.DIES_BEFORE).apply(call);
    assertThat(ProviderBench.end(bench.submit())).isEqualTo(RunState.UNDECIDED);
    bench.pace.pass(Duration.ofDays(2));
    assertThat(ProviderBench.end(bench.lookAgain())).isEqualTo(RunState.UNDECIDED);
    assertThat(bench.standing().stage()).isEqualTo(Stage.ASKED);
  }

  @Test
  void theIntentIsWrittenDownBeforeTheCall() throws Exception {
    bench.server.faults =
        call -> {
          if (call.isCreate()) {
            assertThat(bench.standing().stage()).isEqualTo(Stage.ASKED);
            assertThat(bench.standing().trainingFile()).contains("file-1");
          }
          return Fault.NONE;
        };
    assertThat(ProviderBench.end(bench.submit())).isEqualTo(RunState.FINISHED);
  }

  @Test
  void aProgramThatDiesWhileItAsksFindsTheJob() throws Exception {
    bench.server.slowness = Duration.ofMillis(400);
    bench.server.faults = atCreate(Fault.TOO_SLOW);
    var handle = bench.submit();
    while (bench.server.creates() == 0 || bench.server.state.jobs.isEmpty()) {
      Thread.sleep(2);
    }
    handle.close();
    assertThat(bench.standing().providerJob()).isEmpty();
    assertThat(ProviderBench.end(bench.lookAgain())).isEqualTo(RunState.FINISHED);
    assertThat(bench.server.creates()).isEqualTo(1);
  }

  @Test
  void tooManyRequestsAreAskedAgainWhenTheProviderSays() throws Exception {
    bench.server.faults =
        call -> call.isCreate() && bench.server.creates() < 3 ? Fault.BUSY_429 : Fault.NONE;
    assertThat(ProviderBench.end(bench.submit())).isEqualTo(RunState.FINISHED);
    assertThat(bench.pace.rests).contains(Duration.ofSeconds(2));
    assertThat(bench.server.state.jobs).hasSize(1);
  }

  private void refuse(int status, String code, String message) {
    bench.server.scripted =
        call ->
            call.isCreate()
                ? Optional.of(ProviderServer.error(status, code, message))
                : Optional.empty();
  }

  @ParameterizedTest
  @CsvSource({
    "403, training_not_available, training_not_available",
    "403, region, not_allowed",
    "429, insufficient_quota, quota_used_up",
    "400, invalid_model, request_refused",
    "422, invalid, request_refused",
    "404, model_not_found, request_refused",
  })
  void aRefusalIsSaidPlainlyAndNoDataStaysBehind(int status, String code, String said)
      throws Exception {
    refuse(status, code, "No");
    assertThat(ProviderBench.end(bench.submit(true))).isEqualTo(RunState.FAILED);
    var failed = (JobEvent.Failed) bench.events().getLast();
    assertThat(failed.code()).isEqualTo(said);
    assertThat(failed.detail()).contains("HTTP %d, %s: No".formatted(status, code));
    assertThat(bench.server.creates()).isEqualTo(1);
    assertThat(bench.server.state.files).isEmpty();
    assertThat(bench.standing().leftBehind()).isEmpty();
  }

  @Test
  void dataThatCannotBeDeletedIsReported() throws Exception {
    refuse(403, "training_not_available", "winding down");
    bench.server.state.keepsFile = _ -> true;
    ProviderBench.end(bench.submit());
    assertThat(bench.standing().leftBehind()).containsExactly("file-1");
    assertThat(bench.events(JobEvent.Log.class)).anyMatch(log -> log.message().contains("file-1"));
  }

  @Test
  void aWrongKeyThatTheServerSendsBackIsNotKept() throws Exception {
    bench.server.scripted =
        _ ->
            Optional.of(
                ProviderServer.error(
                    401,
                    "invalid_api_key",
                    "Incorrect API key provided: " + ProviderBench.KEY + "\u001b[2J"));
    assertThat(ProviderBench.end(bench.submit())).isEqualTo(RunState.FAILED);
    var failed = (JobEvent.Failed) bench.events().getLast();
    assertThat(failed.code()).isEqualTo("key_refused");
    assertThat(bench.events().toString())
        .contains("Incorrect API key provided")
        .doesNotContain(ProviderBench.KEY)
        .doesNotContain("\u001b");
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"CUT", "DONE_AND_500", "DIES_AFTER", "FIELDS_MISSING"})
  void anUploadWithoutAClearAnswerIsFoundByItsName(Fault fault) throws Exception {
    bench.server.faults =
        call ->
            call.method().equals("POST") && call.path().equals("/files") && call.number() == 1
                ? fault
                : Fault.NONE;
    assertThat(ProviderBench.end(bench.submit())).isEqualTo(RunState.FINISHED);
    assertThat(bench.server.state.orphans()).isEmpty();
  }

  @Test
  void aSecondCopyOfTheDataIsDeleted() throws Exception {
    bench.server.faults =
        call ->
            call.path().equals("/files") && call.number() < 8
                ? call.method().equals("POST") ? Fault.DIES_AFTER : Fault.ERROR_500
                : Fault.NONE;
    assertThat(ProviderBench.end(bench.submit())).isEqualTo(RunState.FINISHED);
    assertThat(bench.server.state.deleted).isNotEmpty();
    assertThat(bench.server.state.orphans()).isEmpty();
  }

  @Test
  void aProviderThatIsNotThereCostsNothing() throws Exception {
    bench.server.close();
    assertThat(ProviderBench.end(bench.submit())).isEqualTo(RunState.FAILED);
    assertThat(((JobEvent.Failed) bench.events().getLast()).code()).isEqualTo("unreachable");
  }

  @Test
  void aRedirectDoesNotCarryTheKeyAway() throws Exception {
    try (var elsewhere = new ProviderServer(ProviderBench.KEY, Flavour.OPENAI)) {
      bench.server.scripted =
          call ->
              Optional.of(
                  new Answer(
                      307,
                      "text/plain",
                      new byte[0],
                      Map.of("Location", elsewhere.address() + call.path())));
      assertThat(ProviderBench.end(bench.submit())).isEqualTo(RunState.FAILED);
      assertThat(elsewhere.calls).isEmpty();
    }
  }

  @Test
  void anOrderCalledOffBeforeItIsSentLeavesNothing() throws Exception {
    bench.server.faults =
        call -> call.path().equals("/files") && call.number() < 4 ? Fault.BUSY_429 : Fault.NONE;
    var handle = bench.submit();
    handle.cancel();
    assertThat(ProviderBench.end(handle)).isIn(RunState.CANCELLED);
    assertThat(bench.server.state.orphans()).isEmpty();
    assertThat(bench.server.state.jobs.values()).allMatch(job -> job.cancelled);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://api.openai.com/v1",
        "http://127.0.0.1.example.com/v1",
        "ftp://api.openai.com/v1",
        "https://key@api.openai.com/v1",
        "https://api.openai.com/v1?x=1",
        "https:api.openai.com"
      })
  void aKeyGoesNowhereWithoutEncryption(String address) {
    assertRefused(address, Provider.OPENAI, "error.api.address");
  }

  @Test
  void azureIsReachedAtItsUnifiedAddressAlone() {
    assertRefused("https://x.openai.azure.com", Provider.AZURE, "error.api.azureAddress");
    assertRefused("https://x.openai.azure.com/openai", Provider.AZURE, "error.api.azureAddress");
  }

  private void assertRefused(String address, Provider provider, String key) {
    bench.order = bench.order(URI.create(address), provider);
    assertThatThrownBy(() -> bench.submit())
        .isInstanceOfSatisfying(UserFacingException.class, e -> assertThat(e.key()).isEqualTo(key));
    assertThat(bench.server.calls).isEqualTo(List.of());
  }
}
