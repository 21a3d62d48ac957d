package studio.timbre.jobs.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.timbre.jobs.fireworks.FakeFireworks;
import studio.timbre.jobs.fireworks.FireworksDialect;
import studio.timbre.jobs.together.FakeTogether;
import studio.timbre.jobs.together.TogetherDialect;
import studio.timbre.model.ApiStanding.Stage;
import studio.timbre.model.JobEvent;
import studio.timbre.model.Provider;
import studio.timbre.model.RunState;

/** Calling a job off while its data is on its way, at providers with an interface of their own. */
class CalledOffWhileSendingTest {
  @TempDir Path folder;

  private RemoteBench bench(Provider provider) throws Exception {
    return provider == Provider.TOGETHER
        ? new RemoteBench(folder, new FakeTogether(), provider, TogetherDialect::new)
        : new RemoteBench(folder, new FakeFireworks(), provider, FireworksDialect::new);
  }

  @ParameterizedTest
  @CsvSource({"TOGETHER, /upload", "FIREWORKS, :upload"})
  void theConnectionIsCutAndNothingIsLeftThere(Provider provider, String end) throws Exception {
    try (var bench = bench(provider)) {
      bench.lines = 200_000;
      bench.server.stall.at = call -> call.endsWith(end);
      var handle = bench.submit(false);
      bench.server.stall.awaitReached();
      handle.cancel();
      try (handle) {
        assertThat(handle.outcome().get(10, TimeUnit.SECONDS)).isEqualTo(RunState.CANCELLED);
      }
      bench.server.stall.end();
      bench.server.awaitQuiet();
      assertThat(bench.server.creates()).isZero();
      assertThat(bench.server.calls).noneMatch(call -> call.path().endsWith(end));
      assertThat(bench.standing().stage()).isEqualTo(Stage.NOT_BEGUN);
      assertThat(bench.standing().leftBehind()).isEmpty();
      // A data set that was made and not filled goes, too.
      assertThat(bench.server.calls.stream().filter(call -> call.is("POST /datasets")).count())
          .isEqualTo(
              bench.server.calls.stream().filter(call -> call.method().equals("DELETE")).count());
    }
  }

  @ParameterizedTest
  @CsvSource({"TOGETHER", "FIREWORKS"})
  void theProgressOfALargeFileIsTold(Provider provider) throws Exception {
    try (var bench = bench(provider)) {
      bench.lines = 200_000;
      assertThat(RemoteBench.end(bench.submit(false))).isEqualTo(RunState.FINISHED);
      assertThat(bench.events(JobEvent.Sending.class))
          .extracting(JobEvent.Sending::sentBytes)
          .hasSizeBetween(4, 8)
          .isSorted();
    }
  }
}
