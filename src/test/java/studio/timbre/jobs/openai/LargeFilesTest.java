package studio.timbre.jobs.openai;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.timbre.jobs.openai.ProviderServer.Call;
import studio.timbre.jobs.openai.ProviderState.Flavour;
import studio.timbre.jobs.remote.PartCalls;
import studio.timbre.model.JobEvent;
import studio.timbre.model.RunState;

/** Files that are sent in parts: they arrive whole and once, whatever happens on the way. */
class LargeFilesTest {
  private static final String DATA = ProviderBench.LINE.repeat(12);
  private static final int PART = 300;
  private static final int PARTS = (DATA.getBytes(StandardCharsets.UTF_8).length + PART - 1) / PART;

  @TempDir Path folder;
  private ProviderBench bench;

  @AfterEach
  void everyRequestKeptToThePublishedInterface() {
    assertThat(bench.server.violations).isEmpty();
    bench.close();
  }

  private void prepare() throws Exception {
    prepare(Flavour.OPENAI);
  }

  private void prepare(Flavour flavour) throws Exception {
    bench = new ProviderBench(folder, flavour);
    bench.sizes = new PartCalls.Sizes(500, PART);
  }

  private ProviderUploads uploads() {
    return bench.server.state.uploads;
  }

  private long calls(String end) {
    return bench.server.calls.stream()
        .filter(call -> call.method().equals("POST") && call.path().endsWith(end))
        .count();
  }

  private static boolean isPart(Call call) {
    return call.path().endsWith("/parts");
  }

  /** The training data lies there once and is the same byte for byte. */
  private void assertArrivedOnce() {
    var name = "timbre-" + bench.job + ".jsonl";
    assertThat(bench.server.state.files.values())
        .filteredOn(file -> file.file().equals(name))
        .singleElement()
        .satisfies(file -> assertThat(file.text()).isEqualTo(DATA));
    assertThat(bench.standing().uploads()).isEmpty();
  }

  @Test
  void aLargeFileArrivesInPartsAndWhole() throws Exception {
    prepare();
    assertThat(ProviderBench.end(bench.submit(true))).isEqualTo(RunState.FINISHED);
    assertArrivedOnce();
    assertThat(calls("/parts")).isEqualTo(2L * PARTS);
    assertThat(calls("/complete")).isEqualTo(2);
    assertThat(calls("/files")).isZero();
    assertThat(bench.standing().leftBehind()).isEmpty();
  }

  @Test
  void otherProvidersGetItAsOne() throws Exception {
    prepare(Flavour.NEBIUS);
    assertThat(ProviderBench.end(bench.submit())).isEqualTo(RunState.FINISHED);
    assertThat(calls("/uploads")).isZero();
    assertThat(calls("/files")).isEqualTo(1);
  }

  @Test
  void itsArrivalIsTold() throws Exception {
    prepare();
    ProviderBench.end(bench.submit());
    var sending = bench.events(JobEvent.Sending.class);
    assertThat(sending.getLast().sentBytes()).isEqualTo(sending.getLast().totalBytes());
    assertThat(sending.getLast().totalBytes())
        .isEqualTo(bench.server.state.files.values().iterator().next().bytes().length);
    assertThat(bench.events().indexOf(sending.getLast())).isEqualTo(sending.size());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, Long.MAX_VALUE})
  void theProgressOfALargeFileIsToldNowAndThenInPartsAndAsOne(long above) throws Exception {
    bench = new ProviderBench(folder, Flavour.OPENAI);
    bench.sizes = new PartCalls.Sizes(above, 6_000_000);
    bench.lines = 200_000;
    assertThat(ProviderBench.end(bench.submit())).isEqualTo(RunState.FINISHED);
    var sent =
        bench.events(JobEvent.Sending.class).stream().map(JobEvent.Sending::sentBytes).toList();
    assertThat(sent).hasSizeBetween(4, 8).isSorted();
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {
        "CUT",
        "DIES_BEFORE",
        "DIES_AFTER",
        "ERROR_500",
        "BUSY_429",
        "FIELDS_MISSING",
        "HTML"
      })
  void aPartThatWasNotAnsweredIsSentAgain(Fault fault) throws Exception {
    prepare();
    var failed = new ArrayList<Call>();
    bench.server.faults =
        call -> {
          boolean isThird = isPart(call) && calls("/parts") == 3 && failed.isEmpty();
          if (isThird) {
            failed.add(call);
          }
          return isThird ? fault : Fault.NONE;
        };
    assertThat(ProviderBench.end(bench.submit())).isEqualTo(RunState.FINISHED);
    assertArrivedOnce();
    assertThat(calls("/parts")).isEqualTo(PARTS + 1);
    assertThat(uploads().all).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"CUT", "DIES_BEFORE", "DIES_AFTER", "DONE_AND_500", "FIELDS_MISSING"})
  void aCompletionThatWasNotAnsweredMakesOneFile(Fault fault) throws Exception {
    prepare();
    bench.server.faults =
        call -> call.path().endsWith("/complete") && calls("/complete") == 1 ? fault : Fault.NONE;
    assertThat(ProviderBench.end(bench.submit())).isEqualTo(RunState.FINISHED);
    assertArrivedOnce();
    assertThat(uploads().all).hasSize(1);
  }

  /** Ends the program while the third part is on its way. */
  private void endAtTheThirdPart() throws Exception {
    bench.server.slowness = Duration.ofMillis(600);
    bench.server.faults =
        call -> isPart(call) && calls("/parts") >= 3 ? Fault.TOO_SLOW : Fault.NONE;
    var handle = bench.submit();
    while (calls("/parts") < 3) {
      Thread.sleep(5);
    }
    handle.close();
    bench.server.awaitQuiet();
    bench.server.faults = _ -> Fault.NONE;
    assertThat(bench.standing().uploads())
        .singleElement()
        .satisfies(up -> assertThat(up.parts()).hasSize(2));
  }

  @Test
  void afterAnEndOfTheProgramPartsThatArrivedAreNotSentAgain() throws Exception {
    prepare();
    endAtTheThirdPart();
    long before = calls("/parts");
    assertThat(ProviderBench.end(bench.goOn())).isEqualTo(RunState.FINISHED);
    assertArrivedOnce();
    assertThat(calls("/parts") - before).isEqualTo(PARTS - 2);
    assertThat(uploads().all).hasSize(1);
  }

  @Test
  void anUploadThatHasExpiredBeginsAnew() throws Exception {
    prepare();
    endAtTheThirdPart();
    bench.pace.pass(Duration.ofHours(1));
    assertThat(ProviderBench.end(bench.goOn())).isEqualTo(RunState.FINISHED);
    assertArrivedOnce();
    assertThat(uploads().all.values())
        .extracting(upload -> upload.status)
        .containsExactly("expired", "completed");
    assertThat(bench.standing().leftBehind()).isEmpty();
  }

  @Test
  void anUploadThatTheProviderThrewAwayBeforeItsTimeBeginsAnew() throws Exception {
    prepare();
    bench.server.faults =
        call -> {
          if (isPart(call) && calls("/parts") == 3) {
            uploads().all.values().iterator().next().status = "expired";
          }
          return Fault.NONE;
        };
    assertThat(ProviderBench.end(bench.submit())).isEqualTo(RunState.FINISHED);
    assertArrivedOnce();
    assertThat(uploads().all).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(longs = {-3, 3})
  void aClockThatIsHoursOffDoesNotKeepAFileFromArriving(long hours) throws Exception {
    prepare();
    uploads().clock = () -> bench.pace.now().plus(Duration.ofHours(hours));
    endAtTheThirdPart();
    assertThat(ProviderBench.end(bench.goOn())).isEqualTo(RunState.FINISHED);
    assertArrivedOnce();
  }

  @Test
  void withoutATimeToldAnUploadIsTakenToLiveAnHour() throws Exception {
    prepare();
    uploads().hidesExpiry = true;
    endAtTheThirdPart();
    bench.pace.pass(Duration.ofMinutes(50));
    assertThat(ProviderBench.end(bench.goOn())).isEqualTo(RunState.FINISHED);
    assertThat(uploads().all).hasSize(1);
  }

  @Test
  void aJobThatIsCalledOffOnTheWayCancelsTheUpload() throws Exception {
    prepare();
    endAtTheThirdPart();
    bench.ledger.change(bench.job, now -> now.cancelling());
    assertThat(ProviderBench.end(bench.goOn())).isEqualTo(RunState.CANCELLED);
    assertThat(uploads().all.values())
        .extracting(upload -> upload.status)
        .containsExactly("cancelled");
    assertThat(bench.server.state.files).isEmpty();
    assertThat(bench.standing().leftBehind()).isEmpty();
  }

  @Test
  void aJobThatIsCalledOffWhilePartsAreSentSendsNoMore() throws Exception {
    prepare();
    bench.server.faults =
        call -> {
          if (isPart(call) && calls("/parts") == 2) {
            bench.ledger.change(bench.job, now -> now.cancelling());
          }
          return Fault.NONE;
        };
    assertThat(ProviderBench.end(bench.submit())).isEqualTo(RunState.CANCELLED);
    assertThat(calls("/parts")).isEqualTo(2);
    assertThat(uploads().all.values())
        .extracting(upload -> upload.status)
        .containsExactly("cancelled");
  }

  @Test
  void anUploadThatCannotBeCancelledIsReported() throws Exception {
    prepare();
    uploads().refusesCancelling = true;
    endAtTheThirdPart();
    bench.ledger.change(bench.job, now -> now.cancelling());
    assertThat(ProviderBench.end(bench.goOn())).isEqualTo(RunState.CANCELLED);
    var id = uploads().all.keySet().iterator().next();
    assertThat(bench.standing().leftBehind()).contains(id);
    assertThat(bench.events(JobEvent.Log.class))
        .extracting(JobEvent.Log::message)
        .anyMatch(text -> text.contains(id));
  }

  @Test
  void aProviderWithoutTheRouteRefusesTheJobWithoutCost() throws Exception {
    prepare();
    bench.server.scripted =
        call ->
            call.path().startsWith("/uploads")
                ? Optional.of(ProviderServer.error(404, "not_found", "No such route"))
                : Optional.empty();
    assertThat(ProviderBench.end(bench.submit())).isEqualTo(RunState.FAILED);
    assertThat(bench.server.creates()).isZero();
    assertThat(List.copyOf(bench.server.state.files.values())).isEmpty();
  }
}
