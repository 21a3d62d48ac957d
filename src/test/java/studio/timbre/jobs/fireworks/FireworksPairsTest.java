package studio.timbre.jobs.fireworks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
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
import studio.timbre.model.ApiKey;
import studio.timbre.model.ApiMethod;
import studio.timbre.model.ApiNumbers;
import studio.timbre.model.ApiRecipe;
import studio.timbre.model.JobEvent;
import studio.timbre.model.Provider;
import studio.timbre.model.RunState;
import studio.timbre.model.UserFacingException;

/** Preference training at Fireworks AI: an order, a list and a place of figures of its own. */
class FireworksPairsTest {
  private static final String JOB = "timbre-job-20261122-080000-00c0ffee";

  @TempDir Path folder;
  private final FakeFireworks fake = new FakeFireworks();
  private RemoteBench bench;

  @BeforeEach
  void prepare() throws Exception {
    bench = new RemoteBench(folder, fake, Provider.FIREWORKS, FireworksDialect::new);
    pairs(OptionalDouble.empty());
  }

  private void pairs(OptionalDouble beta) {
    bench.order(
        new ApiRecipe(
            "gull/voice-8b",
            new ApiMethod.Preference(beta),
            new ApiNumbers(OptionalInt.of(2), OptionalInt.of(8), OptionalDouble.of(5e-5)),
            Optional.of("Brand_Voice"),
            OptionalInt.empty(),
            Map.of(),
            Optional.empty()));
  }

  @AfterEach
  void everyRequestKeptToTheDocumentation() {
    assertThat(fake.violations).isEmpty();
    bench.close();
  }

  @Test
  void aJobRunsFromPairsToTunedModel() throws Exception {
    pairs(OptionalDouble.of(0.1));
    assertThat(RemoteBench.end(bench.submit(false))).isEqualTo(RunState.FINISHED);

    assertThat(bench.server.calls)
        .filteredOn(fake::isCreate)
        .singleElement()
        .satisfies(
            call -> {
              assertThat(call.path()).isEqualTo("/dpoJobs");
              assertThat(call.query()).containsOnly(Map.entry("dpoJobId", JOB));
              assertThat(call.json())
                  .isEqualTo(
                      FaultyServer.JSON.readTree(
                          """
                          {"displayName":"%1$s","dataset":"accounts/gull/datasets/%1$s",
                           "trainingConfig":{"baseModel":"gull/voice-8b",
                             "outputModel":"accounts/gull/models/brand-voice-00c0ffee",
                             "epochs":2,"learningRate":5.0E-5,"batchSizeSamples":8},
                           "lossConfig":{"method":"DPO","dpo":{"beta":0.1}}}
                          """
                              .formatted(JOB)));
            });
    assertThat(bench.events(JobEvent.Step.class))
        .extracting(JobEvent.Step::trainLoss)
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, FakeProvider.STEPS).mapToObj(FakeProvider::loss).toList());
    var finished = (JobEvent.Finished) bench.events().getLast();
    assertThat(finished.result()).isEqualTo("accounts/gull/models/brand-voice-00c0ffee");
    assertThat(bench.standing().providerJob()).contains("dpoJobs/" + JOB);
    assertThat(bench.events().toString()).doesNotContain("signature");
  }

  @Test
  void theLossIsNamedWithoutABetaToo() throws Exception {
    RemoteBench.end(bench.submit(false));
    assertThat(fake.jobs.get("dpoJobs/" + JOB).request.path("lossConfig"))
        .isEqualTo(FaultyServer.JSON.readTree("{\"method\":\"DPO\"}"));
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"CUT", "DONE_AND_500", "DIES_AFTER", "FIELDS_MISSING"})
  void aJobThatBeganWithoutAClearAnswerIsFoundBehindAllOthers(Fault fault) throws Exception {
    fake.perPage = 1;
    for (int i = 0; i < 10; i++) {
      for (var list : new String[] {"", "dpoJobs/"}) {
        var other = new FakeProvider.Job(list + "a-" + i, FaultyServer.JSON.createObjectNode());
        fake.jobs.put(other.id, other);
      }
    }
    bench.server.faults = call -> fake.isCreate(call) ? fault : Fault.NONE;
    assertThat(RemoteBench.end(bench.submit(false))).isEqualTo(RunState.FINISHED);
    assertThat(bench.server.creates()).isEqualTo(1);
    assertThat(bench.standing().providerJob()).contains("dpoJobs/" + JOB);
  }

  @Test
  void aListOfPairsThatCannotBeReadDecidesNothing() throws Exception {
    bench.server.faults =
        call ->
            fake.isCreate(call)
                ? Fault.DIES_BEFORE
                : call.is("GET /dpoJobs") ? Fault.FIELDS_MISSING : Fault.NONE;
    assertThat(RemoteBench.end(bench.submit(false))).isEqualTo(RunState.UNDECIDED);
    bench.pace.pass(java.time.Duration.ofDays(2));
    assertThat(RemoteBench.end(bench.lookAgain())).isEqualTo(RunState.UNDECIDED);
  }

  @Test
  void aJobIsEndedInItsOwnList() throws Exception {
    fake.neverEnds = true;
    var handle = bench.submit(false);
    while (fake.jobs.isEmpty() || fake.jobs.get("dpoJobs/" + JOB).step == 0) {
      Thread.sleep(2);
    }
    handle.cancel();
    assertThat(RemoteBench.end(handle)).isEqualTo(RunState.CANCELLED);
    assertThat(bench.server.calls)
        .filteredOn(call -> call.path().equals("/dpoJobs/" + JOB + ":cancel"))
        .hasSize(1);
  }

  @Test
  void figuresThatCannotBeHadAreMissedAndSaid() throws Exception {
    fake.hasMetrics = false;
    assertThat(RemoteBench.end(bench.submit(false))).isEqualTo(RunState.FINISHED);
    assertThat(bench.events(JobEvent.Log.class)).anyMatch(log -> log.message().contains("figures"));
  }

  @Test
  void bothListsAreShown() throws Exception {
    RemoteBench.end(bench.submit(false));
    var other = new FakeProvider.Job("other", FaultyServer.JSON.createObjectNode());
    fake.jobs.put(other.id, other);
    var dialect = new FireworksDialect(java.time.Duration.ofSeconds(5));
    try (var calls =
        dialect.open(bench.order.connection(), new ApiKey(RemoteBench.KEY), bench.pace)) {
      var first = calls.jobs(Optional.empty());
      var second = calls.jobs(first.next());
      assertThat(first.items())
          .extracting(job -> job.id() + " " + job.made().method())
          .containsExactly("other supervised");
      assertThat(second.items())
          .extracting(job -> job.id() + " " + job.made().method())
          .containsExactly("dpoJobs/" + JOB + " dpo");
      assertThat(second.items().getFirst().made().model()).isEqualTo("gull/voice-8b");
      assertThat(second.more()).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 1, 2})
  void aBetaThatItRefusesIsNotSent(double beta) {
    pairs(OptionalDouble.of(beta));
    assertThatThrownBy(() -> bench.submit(false))
        .isInstanceOfSatisfying(
            UserFacingException.class,
            e -> assertThat(e.key()).isEqualTo("error.api.fireworksBeta"));
    assertThat(bench.server.calls).isEmpty();
  }
}
