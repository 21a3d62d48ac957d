package studio.timbre.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import studio.timbre.model.Connection;
import studio.timbre.model.ForeignJob;
import studio.timbre.model.JobId;
import studio.timbre.model.Provider;
import studio.timbre.ui.Snapshots;
import studio.timbre.ui.fx.Work;
import studio.timbre.ui.runs.AdoptViewModel.State;

class AdoptTest {
  private static final Connection OURS =
      new Connection(
          "o", "Marketing account", Provider.OPENAI, URI.create("https://api.openai.com/v1"));
  private static final Connection THEIRS =
      new Connection(
          "n", "Nebius", Provider.NEBIUS, URI.create("https://api.tokenfactory.nebius.com/v1"));

  private final NoJobsElsewhere finder = new NoJobsElsewhere();
  private final List<JobId> adopted = new ArrayList<>();
  private final AdoptViewModel model =
      new AdoptViewModel(finder, new Work(Runnable::run, Runnable::run), adopted::add);

  private static ForeignJob job(String id, String name) {
    return new ForeignJob(
        id,
        name,
        "gpt-4.1-mini-2025-04-14",
        "supervised",
        "running",
        OptionalInt.of(3),
        Optional.of(Instant.parse("2026-11-21T15:30:00Z")),
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void theOnlyConnectionIsAskedAtOnceAndTheChosenJobIsBroughtIn() {
    finder.connections.add(OURS);
    finder.jobs.addAll(List.of(job("ftjob-1", "voice"), job("ftjob-2", "")));
    model.open();
    assertThat(((State.Found) model.state().get()).jobs()).hasSize(2);
    model.adopt(finder.jobs.get(1));
    assertThat(finder.adopted).containsExactly(finder.jobs.get(1));
    assertThat(adopted).containsExactly(new JobId("job-adopted"));
    assertThat(model.state().get()).isInstanceOf(State.Idle.class);
  }

  @Test
  void amongSeveralConnectionsThePersonChooses() {
    finder.connections.addAll(List.of(OURS, THEIRS));
    model.open();
    assertThat(((State.Choosing) model.state().get()).connections()).hasSize(2);
    model.look(THEIRS);
    assertThat(((State.Found) model.state().get()).connection()).isEqualTo(THEIRS);
  }

  @Test
  void aRefusalIsSaidAndCanBeTriedAgain() {
    finder.connections.add(OURS);
    finder.refuses = true;
    model.open();
    assertThat(model.state().get()).isInstanceOf(State.Failed.class);
    finder.refuses = false;
    model.open();
    assertThat(model.state().get()).isInstanceOf(State.Found.class);
    model.cancel();
    assertThat(model.state().get()).isInstanceOf(State.Idle.class);
  }

  @Test
  void pictures() throws Exception {
    finder.connections.add(OURS);
    finder.jobs.addAll(
        List.of(job("ftjob-abc123", "gull-voice"), job("ftjob-def456", ""), job("ftjob-9", "b")));
    Snapshots.take(
        "runs-adopt",
        texts -> {
          var root = new StackPane(new AdoptPane(model, texts, () -> {}));
          model.open();
          root.getStyleClass().add("screen");
          return root;
        },
        () -> true);
    assertThat(Path.of("target/snapshots/runs-adopt-dark-pt.png")).exists();
  }
}
