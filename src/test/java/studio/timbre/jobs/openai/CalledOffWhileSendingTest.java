package studio.timbre.jobs.openai;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.jobs.JobHandle;
import studio.timbre.jobs.openai.ProviderState.Flavour;
import studio.timbre.jobs.remote.PartCalls;
import studio.timbre.model.ApiStanding.Stage;
import studio.timbre.model.RunState;

/** A person calls a job off while its data is on its way: nothing is waited for, and nothing stays there unsaid. */
class CalledOffWhileSendingTest {
  /** About 20 MB: more than lies in the buffers of a connection. */
  private static final int LINES = 200_000;

  @TempDir Path folder;
  private ProviderBench bench;

  @BeforeEach
  void prepare() throws Exception {
    bench = new ProviderBench(folder, Flavour.OPENAI, Duration.ofMinutes(2));
    bench.lines = LINES;
  }

  @AfterEach
  void close() {
    assertThat(bench.server.creates()).isZero();
    bench.server.stall.end();
    bench.close();
  }

  /** Sooner than any answer could have come. */
  private static RunState endSoon(JobHandle handle) throws Exception {
    try (handle) {
      return handle.outcome().get(10, TimeUnit.SECONDS);
    }
  }

  @Test
  void theConnectionIsCutAndNothingIsLeftThere() throws Exception {
    bench.server.stall.at = call -> call.equals("POST /files");
    var handle = bench.submit();
    bench.server.stall.awaitReached();
    handle.cancel();
    assertThat(endSoon(handle)).isEqualTo(RunState.CANCELLED);

    bench.server.stall.end();
    bench.server.awaitQuiet();
    assertThat(bench.server.state.files).isEmpty();
    assertThat(bench.server.paths()).doesNotContain("POST /files");
    assertThat(bench.standing().stage()).isEqualTo(Stage.NOT_BEGUN);
    // Half a file makes none.
    assertThat(bench.standing().leftBehind()).isEmpty();
  }

  @Test
  void aPartOfALargeFileIsCutTooAndItsUploadCancelled() throws Exception {
    bench.sizes = new PartCalls.Sizes(1, 12_000_000);
    bench.server.stall.at = call -> call.endsWith("/parts");
    var handle = bench.submit();
    bench.server.stall.awaitReached();
    handle.cancel();
    assertThat(endSoon(handle)).isEqualTo(RunState.CANCELLED);
    assertThat(bench.server.state.uploads.all.values())
        .extracting(upload -> upload.status)
        .containsExactly("cancelled");
    assertThat(bench.standing().leftBehind()).isEmpty();
    assertThat(bench.pace.rests).isEmpty();
  }

  @Test
  void whatArrivedAllTheSameIsDeleted() throws Exception {
    bench.server.slowness = Duration.ofSeconds(15);
    bench.server.faults =
        call ->
            call.path().equals("/files") && call.method().equals("POST")
                ? Fault.TOO_SLOW
                : Fault.NONE;
    var handle = bench.submit();
    while (bench.server.state.files.isEmpty()) {
      Thread.sleep(5);
    }
    handle.cancel();
    assertThat(endSoon(handle)).isEqualTo(RunState.CANCELLED);
    assertThat(bench.server.state.files).isEmpty();
    assertThat(bench.standing().leftBehind()).isEmpty();
  }

  @Test
  void whatMayStillArriveIsReported() throws Exception {
    var asked = new CountDownLatch(1);
    var later = new CountDownLatch(1);
    bench.server.faults =
        call -> {
          if (call.method().equals("POST") && call.path().equals("/files")) {
            asked.countDown();
            awaitQuietly(later);
          }
          return Fault.NONE;
        };
    var handle = bench.submit();
    awaitQuietly(asked);
    handle.cancel();
    assertThat(endSoon(handle)).isEqualTo(RunState.CANCELLED);
    later.countDown();
    assertThat(bench.standing().leftBehind()).containsExactly("timbre-" + bench.job + ".jsonl");
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Another program has only the project's file to say it in. */
  @Test
  void anotherProgramsWordCutsItToo() throws Exception {
    bench.server.stall.at = call -> call.equals("POST /files");
    var handle = bench.submit();
    bench.server.stall.awaitReached();
    bench.ledger.change(bench.job, now -> now.cancelling());
    bench.server.stall.end();
    assertThat(endSoon(handle)).isEqualTo(RunState.CANCELLED);
    bench.server.awaitQuiet();
    assertThat(bench.server.state.files).isEmpty();
    assertThat(bench.standing().leftBehind()).isEmpty();
  }
}
