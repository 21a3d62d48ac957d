package studio.timbre.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.Consumer;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Parent;
import org.junit.jupiter.api.Test;
import studio.timbre.model.ApiAttention;
import studio.timbre.model.JobEvent;
import studio.timbre.model.JobId;
import studio.timbre.model.RunState;
import studio.timbre.ui.NoFiles;
import studio.timbre.ui.SilentNotices;
import studio.timbre.ui.Snapshots;
import studio.timbre.ui.fx.Texts;
import studio.timbre.ui.fx.Work;

/** Pictures of the Runs screen, to be looked at. */
class RunsSnapshotsTest {

  @Test
  void noRuns() throws Exception {
    take("runs-empty", shelf -> {});
    assertThat(Path.of("target/snapshots/runs-empty-light-en.png")).exists();
  }

  @Test
  void aLiveRun() throws Exception {
    take(
        "runs-live",
        shelf -> {
          shelf.runs.add(ScriptedRuns.run("two", "Balanced, run 2", RunState.RUNNING, 0));
          shelf.runs.add(ScriptedRuns.run("one", "Gentle, run 1", RunState.FINISHED, 140));
          shelf.runs.add(ScriptedRuns.run("zero", "First try", RunState.CANCELLED, 12));
          curves(shelf, "two", 96, 0);
        });
    assertThat(Path.of("target/snapshots/runs-live-dark-pt.png")).exists();
  }

  @Test
  void aRunThatLearnedByHeart() throws Exception {
    take(
        "runs-finished",
        shelf -> {
          shelf.runs.add(ScriptedRuns.run("one", "Strong, run 3", RunState.FINISHED, 140));
          curves(shelf, "one", 140, 0.006);
          shelf.tell(
              new JobEvent.Finished(
                  new JobId("one"),
                  0,
                  ScriptedRuns.START,
                  140,
                  "result",
                  0.9,
                  OptionalDouble.of(1.7),
                  1320));
        });
    assertThat(Path.of("target/snapshots/runs-finished-light-id.png")).exists();
  }

  @Test
  void aStoppedAndAFailedRun() throws Exception {
    take(
        "runs-stopped",
        shelf -> {
          shelf.runs.add(ScriptedRuns.run("one", "Balanced, run 4", RunState.STOPPED, 47));
          curves(shelf, "one", 47, 0);
        });
    take(
        "runs-failed",
        shelf -> {
          shelf.runs.add(ScriptedRuns.run("one", "Balanced, run 5", RunState.FAILED, 9));
          curves(shelf, "one", 9, 0);
          shelf.tell(
              new JobEvent.Failed(
                  new JobId("one"),
                  0,
                  ScriptedRuns.START,
                  "out_of_memory",
                  "Training needed more memory than this computer has free.",
                  Optional.of("at the ninth step")));
        });
    assertThat(Path.of("target/snapshots/runs-failed-light-en.png")).exists();
  }

  @Test
  void aLiveJobAtAProvider() throws Exception {
    take(
        "runs-api-live",
        shelf -> {
          shelf.runs.add(
              MadeJobs.job("two", RunState.RUNNING, ApiAttention.SEEN_TO, 96, MadeJobs::created));
          shelf.runs.add(
              MadeJobs.job(
                  "one",
                  RunState.FINISHED,
                  ApiAttention.NOBODY,
                  140,
                  now -> MadeJobs.created(now).withTunedModel(MadeJobs.TUNED)));
          shelf.runs.add(ScriptedRuns.run("zero", "Gentle, run 1", RunState.FINISHED, 140));
          providerCurves(shelf, "two", 96);
        });
    assertThat(Path.of("target/snapshots/runs-api-live-dark-pt.png")).exists();
  }

  @Test
  void aFinishedJobAtAProvider() throws Exception {
    take(
        "runs-api-finished",
        shelf -> {
          shelf.runs.add(
              MadeJobs.trained(
                  MadeJobs.job(
                      "one",
                      RunState.FINISHED,
                      ApiAttention.NOBODY,
                      140,
                      now ->
                          MadeJobs.created(now)
                              .withTunedModel(MadeJobs.TUNED)
                              .leaving("timbre-job-20261122-080000-00c0ffee.jsonl")),
                  127_400,
                  OptionalDouble.of(3.18)));
          providerCurves(shelf, "one", 140);
          shelf.tell(
              new JobEvent.Finished(
                  new JobId("one"),
                  0,
                  ScriptedRuns.START,
                  140,
                  MadeJobs.TUNED,
                  0.9,
                  OptionalDouble.of(1.4),
                  1320));
        });
    assertThat(Path.of("target/snapshots/runs-api-finished-light-id.png")).exists();
  }

  @Test
  void aJobThatWasCancelledThere() throws Exception {
    take(
        "runs-api-cancelled",
        shelf -> {
          shelf.runs.add(
              MadeJobs.job("one", RunState.CANCELLED, ApiAttention.NOBODY, 52, MadeJobs::created));
          providerCurves(shelf, "one", 52);
        });
    assertThat(Path.of("target/snapshots/runs-api-cancelled-light-en.png")).exists();
  }

  @Test
  void aJobThatLearnsFromRewards() throws Exception {
    take(
        "runs-api-rewards",
        shelf -> {
          shelf.runs.add(
              MadeJobs.job("two", RunState.RUNNING, ApiAttention.SEEN_TO, 96, MadeJobs::created));
          var random = new Random(7);
          shelf.started("two", 0);
          for (int step = 1; step <= 96; step++) {
            double mean = 0.78 - 0.9 * Math.exp(-step / 40.0);
            shelf.rewarded(
                "two",
                step,
                OptionalDouble.of(mean + random.nextGaussian() * 0.05),
                step % 20 == 0 ? OptionalDouble.of(mean - 0.06) : OptionalDouble.empty());
          }
        });
    assertThat(Path.of("target/snapshots/runs-api-rewards-dark-pt.png")).exists();
  }

  @Test
  void jobsThatWantSomething() throws Exception {
    take(
        "runs-api-key",
        shelf -> {
          shelf.runs.add(
              MadeJobs.job(
                  "two", RunState.RUNNING, ApiAttention.KEY_MISSING, 40, MadeJobs::created));
          providerCurves(shelf, "two", 40);
        });
    take(
        "runs-api-undecided",
        shelf -> {
          shelf.runs.add(
              MadeJobs.job(
                  "two",
                  RunState.UNDECIDED,
                  ApiAttention.NOBODY,
                  0,
                  now -> now.asked(ScriptedRuns.START)));
          shelf.runs.add(
              MadeJobs.job(
                  "one", RunState.QUEUED, ApiAttention.SEEN_TO, 0, Optional.empty(), now -> now));
        });
    assertThat(Path.of("target/snapshots/runs-api-undecided-dark-pt.png")).exists();
  }

  private static void providerCurves(ScriptedRuns shelf, String run, int steps) {
    var random = new Random(5);
    shelf.started(run, 0);
    for (int step = 1; step <= steps; step++) {
      shelf.providerStep(
          run, step, 0.9 + 1.3 * Math.exp(-step / 45.0) + random.nextGaussian() * 0.14);
      if (step % 20 == 0) {
        shelf.evaluated(run, step, 1.4 + 0.7 * Math.exp(-step / 35.0));
      }
    }
  }

  /** Falls as a real run does; {@code byHeart} lets the held-out loss rise again. */
  private static void curves(ScriptedRuns shelf, String run, int steps, double byHeart) {
    var random = new Random(3);
    shelf.started(run, 0);
    shelf.evaluated(run, 0, 2.1);
    for (int step = 1; step <= steps; step++) {
      shelf.step(run, step, 0.9 + 1.3 * Math.exp(-step / 45.0) + random.nextGaussian() * 0.14);
      if (step % 10 == 0) {
        shelf.evaluated(
            run, step, 1.4 + 0.7 * Math.exp(-step / 35.0) + byHeart * Math.max(0, step - 70));
        shelf.checkpoint(run, step);
      }
    }
  }

  private static void take(String name, Consumer<ScriptedRuns> prepare) throws Exception {
    Snapshots.take(
        name,
        texts -> {
          var shelf = new ScriptedRuns(Path.of("target"));
          prepare.accept(shelf);
          return view(shelf, texts);
        },
        () -> true);
  }

  private static Parent view(ScriptedRuns shelf, Texts texts) {
    var model =
        new RunsViewModel(
            shelf,
            texts,
            new Work(Runnable::run, Runnable::run),
            new SilentNotices(),
            new SimpleObjectProperty<>(Optional.empty()),
            run -> {});
    return (Parent)
        new RunsView(model, NoJobsElsewhere.model(), texts, new NoFiles(), room -> {}).node();
  }
}
