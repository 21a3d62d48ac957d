package studio.timbre.jobs.openai;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.jobs.JobRef;
import studio.timbre.jobs.openai.ProviderState.Flavour;
import studio.timbre.jobs.remote.PartCalls;
import studio.timbre.model.JobEvent;
import studio.timbre.model.RunState;

/** Deleting what a job has left at its provider. */
class LeftoversTest {
  @TempDir Path folder;
  private ProviderBench bench;

  @BeforeEach
  void prepare() throws Exception {
    bench = new ProviderBench(folder, Flavour.OPENAI);
    assertThat(ProviderBench.end(bench.submit())).isEqualTo(RunState.FINISHED);
  }

  @AfterEach
  void everyRequestKeptToThePublishedInterface() {
    assertThat(bench.server.violations).isEmpty();
    bench.close();
  }

  private String name() {
    return "timbre-" + bench.job + ".jsonl";
  }

  private Set<String> delete(List<String> files, Set<String> needed) throws Exception {
    return bench.backend.delete(new JobRef(bench.job, folder, 0), files, needed);
  }

  private String arrivedTwice() {
    var bytes = "{}".getBytes(StandardCharsets.UTF_8);
    bench.server.state.files.put("file-double", new Multipart.Part(name(), bytes));
    return bench.standing().trainingFile().orElseThrow();
  }

  @Test
  void aDoubleIsDeletedByNameAndTheFileInUseStays() throws Exception {
    var used = arrivedTwice();
    assertThat(delete(List.of(name()), Set.of(used))).containsExactly(name());
    assertThat(bench.server.state.files).containsKey(used).doesNotContainKey("file-double");
  }

  @Test
  void ofAJobThatIsOverAllOfItGoes() throws Exception {
    var used = arrivedTwice();
    assertThat(delete(List.of(used, name(), "file-of-yesterday"), Set.of()))
        .containsExactly(used, name(), "file-of-yesterday");
    assertThat(bench.server.state.deleted).contains(used, "file-double");
  }

  @Test
  void whatCannotBeDeletedIsNotSaidToBeGone() throws Exception {
    var used = arrivedTwice();
    bench.server.state.keepsFile = _ -> true;
    assertThat(delete(List.of(used, name()), Set.of())).isEmpty();
  }

  @Test
  void anUploadIsCancelledAndOneThatIsOverCountsAsGone() throws Exception {
    bench.sizes = new PartCalls.Sizes(1, 300);
    assertThat(delete(List.of("upload-never-there"), Set.of()))
        .containsExactly("upload-never-there");
    assertThat(bench.server.paths()).contains("POST /uploads/upload-never-there/cancel");
  }

  @Test
  void aPauseThatIsRefusedIsSaid() throws Exception {
    try (var other = new ProviderBench(folder.resolve("other"), Flavour.OPENAI)) {
      other.server.state.neverEnds = true;
      other.server.scripted =
          call ->
              call.path().endsWith("/pause")
                  ? Optional.of(
                      ProviderServer.error(400, "not_supported", "This method cannot be paused"))
                  : Optional.empty();
      try (var handle = other.submit()) {
        while (other.events(JobEvent.Step.class).isEmpty()) {
          Thread.sleep(5);
        }
        handle.pause();
        for (int look = 0; look < 400 && pauses(other) == 0; look++) {
          Thread.sleep(10);
        }
      }
      assertThat(pauses(other)).isEqualTo(1);
    }
  }

  private static long pauses(ProviderBench bench) {
    return bench.events(JobEvent.Log.class).stream()
        .filter(log -> log.message().contains("did not pause the job: This method"))
        .count();
  }
}
