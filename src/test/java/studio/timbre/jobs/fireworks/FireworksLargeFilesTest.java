package studio.timbre.jobs.fireworks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.timbre.jobs.openai.Fault;
import studio.timbre.jobs.remote.RemoteBench;
import studio.timbre.model.JobEvent;
import studio.timbre.model.Provider;
import studio.timbre.model.RunState;

/** Data above what Fireworks AI takes in one request goes to an address that it signs. */
class FireworksLargeFilesTest {
  private static final String JOB = "timbre-job-20261122-080000-00c0ffee";
  private static final String ENDPOINT = "POST /datasets/" + JOB + ":getUploadEndpoint";
  private static final String STORAGE = "PUT /storage/" + JOB;
  private static final String COMPLETE = "POST /datasets/" + JOB + ":validateUpload";

  @TempDir Path folder;
  private final FakeFireworks fake = new FakeFireworks();
  private RemoteBench bench;

  @BeforeEach
  void prepare() throws Exception {
    bench =
        new RemoteBench(
            folder,
            fake,
            Provider.FIREWORKS,
            patience -> new FireworksDialect(patience, Duration.ofMinutes(1), 100));
  }

  @AfterEach
  void everyRequestKeptToTheDocumentation() {
    assertThat(fake.violations).isEmpty();
    bench.close();
  }

  private List<String> calls(String end) {
    return bench.server.calls.stream()
        .map(call -> call.method() + " " + call.path())
        .filter(call -> call.endsWith(end))
        .toList();
  }

  @Test
  void itArrivesWholeAndWithoutTheKey() throws Exception {
    assertThat(RemoteBench.end(bench.submit(true))).isEqualTo(RunState.FINISHED);
    assertThat(fake.files).containsOnlyKeys(JOB, JOB + "-validation");
    assertThat(new String(fake.files.get(JOB), StandardCharsets.UTF_8))
        .isEqualTo(RemoteBench.sent());
    assertThat(calls(":upload")).isEmpty();
    assertThat(calls("/storage/" + JOB)).hasSize(1);
    assertThat(bench.events().toString()).doesNotContain("Signature");
    assertThat(bench.events(JobEvent.Sending.class).getLast().sentBytes())
        .isEqualTo(fake.files.get(JOB + "-validation").length);
  }

  @Test
  void aSmallerFileGoesInOneRequest() throws Exception {
    bench.lines = 1;
    assertThat(RemoteBench.end(bench.submit(false))).isEqualTo(RunState.FINISHED);
    assertThat(calls(":upload")).hasSize(1);
    assertThat(calls(":getUploadEndpoint")).isEmpty();
  }

  /** Whichever step breaks off, it begins anew in the same data set. */
  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"DIES_BEFORE", "DIES_AFTER", "DONE_AND_500", "ERROR_500", "BUSY_429", "CUT", "HTML"})
  void aSendingThatBreaksOffInAnyStepIsFinishedInTheSameDataSet(Fault fault) throws Exception {
    for (var step : List.of("POST /datasets", ENDPOINT, STORAGE, COMPLETE)) {
      var broken = new AtomicBoolean();
      bench.server.faults = call -> call.is(step) && !broken.getAndSet(true) ? fault : Fault.NONE;
      assertThat(RemoteBench.end(bench.submit(false))).as(step).isEqualTo(RunState.FINISHED);
      assertThat(fake.made).containsExactly(JOB);
      assertThat(new String(fake.files.get(JOB), StandardCharsets.UTF_8))
          .isEqualTo(RemoteBench.sent());
      assertThat(fake.jobs).hasSize(1);
      fake.jobs.clear();
    }
  }

  @Test
  void aStorageThatRefusesItEndsTheJobWithoutCostOrRest() throws Exception {
    bench.server.scripted =
        call ->
            call.is(STORAGE)
                ? java.util.Optional.of(
                    new studio.timbre.jobs.remote.FaultyServer.Answer(
                        403, "application/xml", "<Error/>".getBytes(StandardCharsets.UTF_8)))
                : java.util.Optional.empty();
    assertThat(RemoteBench.end(bench.submit(false))).isEqualTo(RunState.FAILED);
    assertThat(((JobEvent.Failed) bench.events().getLast()).code()).isEqualTo("request_refused");
    assertThat(bench.server.creates()).isZero();
    assertThat(fake.made).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://gull.example/put",
        "ftp://localhost/put",
        "file:///tmp/put",
        "not a place"
      })
  void dataIsPutNowhereWithoutEncryption(String place) throws Exception {
    fake.signedPlace = place;
    assertThat(RemoteBench.end(bench.submit(false))).isEqualTo(RunState.FAILED);
    assertThat(bench.server.creates()).isZero();
    assertThat(fake.made).isEmpty();
  }

  @Test
  void callingTheJobOffCutsIt() throws Exception {
    bench.lines = 200_000;
    bench.server.stall.at = call -> call.startsWith("PUT ");
    var handle = bench.submit(false);
    bench.server.stall.awaitReached();
    handle.cancel();
    try (handle) {
      assertThat(handle.outcome().get(10, TimeUnit.SECONDS)).isEqualTo(RunState.CANCELLED);
    }
    bench.server.stall.end();
    bench.server.awaitQuiet();
    assertThat(fake.files).isEmpty();
    assertThat(fake.made).isEmpty();
    assertThat(bench.standing().leftBehind()).isEmpty();
  }
}
