package studio.timbre.jobs.openai;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.jobs.openai.ProviderState.Flavour;
import studio.timbre.model.JobEvent;
import studio.timbre.model.RunState;

/** A job from the upload to the tuned model, with each provider's way of telling it. */
class OpenAiBackendTest {
  @TempDir Path folder;
  private ProviderBench bench;

  @AfterEach
  void everyRequestKeptToThePublishedInterface() {
    assertThat(bench.server.violations).isEmpty();
    bench.close();
  }

  @Test
  void aJobRunsFromUploadToTunedModel() throws Exception {
    bench = new ProviderBench(folder, Flavour.OPENAI);

    assertThat(ProviderBench.end(bench.submit(true))).isEqualTo(RunState.FINISHED);

    var events = bench.events();
    assertThat(events.getFirst()).isInstanceOf(JobEvent.Queued.class);
    assertThat(events.stream().map(JobEvent::sequence))
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, events.size()).mapToObj(i -> (long) i).toList());
    assertThat(losses()).containsExactlyElementsOf(everyLoss());
    assertThat(bench.events(JobEvent.Step.class)).allMatch(step -> step.machine().isEmpty());
    assertThat(bench.events(JobEvent.Evaluated.class))
        .extracting(JobEvent.Evaluated::evalLoss)
        .containsExactly(0.2 + 1, 0.2 + 0.5, 0.2 + 3.0 / 9);
    var finished = (JobEvent.Finished) events.getLast();
    assertThat(finished.result()).startsWith("ft:gpt-4o-mini:org:");
    assertThat(finished.seconds()).isEqualTo(600);
    assertThat(bench.standing().tunedModel()).contains(finished.result());
    assertThat(bench.server.state.files).hasSize(3);
  }

  private List<Double> losses() {
    return bench.events(JobEvent.Step.class).stream().map(JobEvent.Step::trainLoss).toList();
  }

  private static List<Double> everyLoss() {
    return IntStream.rangeClosed(1, ProviderState.STEPS).mapToObj(ProviderState::loss).toList();
  }
}
