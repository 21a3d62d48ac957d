package studio.timbre.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.model.JobId;
import studio.timbre.model.RunState;
import studio.timbre.model.TrainingRun;
import studio.timbre.ui.SilentNotices;
import studio.timbre.ui.fx.Texts;
import studio.timbre.ui.fx.Work;

class RunsViewModelTest {
  private final ObjectProperty<Optional<JobId>> chosen =
      new SimpleObjectProperty<>(Optional.empty());
  private final List<TrainingRun> heard = new ArrayList<>();
  private final SilentNotices notices = new SilentNotices();
  @TempDir Path folder;
  private ScriptedRuns shelf;

  @BeforeEach
  void twoRuns() {
    shelf = new ScriptedRuns(folder);
    shelf.runs.add(ScriptedRuns.run("second", "Gentle", RunState.RUNNING, 0));
    shelf.runs.add(ScriptedRuns.run("first", "Balanced", RunState.FINISHED, 140));
  }

  @Test
  void opensTheNewestRunAndKeepsAnotherChoice() {
    try (var model = model()) {
      assertThat(open(model).id()).isEqualTo(new JobId("second"));
      chosen.set(Optional.of(new JobId("first")));
      shelf.change(0, run -> ScriptedRuns.run("second", "Gentle", RunState.PAUSED, 20));
      assertThat(open(model).id()).isEqualTo(new JobId("first"));
      assertThat(model.runs().getFirst().state()).isEqualTo(RunState.PAUSED);
    }
  }

  @Test
  void followsOnlyWhatIsLiveOrOpen() {
    try (var model = model()) {
      assertThat(shelf.followers()).isEqualTo(1);
      chosen.set(Optional.of(new JobId("first")));
      assertThat(shelf.followers()).isEqualTo(2);
      shelf.change(0, run -> ScriptedRuns.run("second", "Gentle", RunState.FINISHED, 140));
      assertThat(shelf.followers()).isEqualTo(1);
      assertThat(model.stream(new JobId("second"))).isEmpty();
    }
    assertThat(shelf.followers()).isZero();
  }

  @Test
  void aFailedRunGoesOnWhereItHasACheckpoint() {
    shelf.change(0, run -> ScriptedRuns.run("second", "Gentle", RunState.FAILED, 30));
    shelf.started("second", 0);
    try (var model = model()) {
      assertThat(open(model).canGoOn()).isFalse();
      shelf.checkpoint("second", 20);
      assertThat(open(model).canGoOn()).isTrue();
      open(model).goOn();
      assertThat(shelf.asked).containsExactly("resume second");
    }
  }

  @Test
  void drawsTheReplayAndWhatComes() {
    shelf.started("second", 0);
    shelf.evaluated("second", 0, 2.1);
    shelf.step("second", 1, 2.3);
    try (var model = model()) {
      var curves = open(model).stream().curves();
      assertThat(curves.readingAt(1).values()).extracting("y").containsExactly(2.3, 2.1);
      shelf.step("second", 2, 2.2);
      assertThat(curves.series().getFirst().size()).isEqualTo(2);
      assertThat(open(model).stream().story().step()).isEqualTo(2);
    }
  }

  @Test
  void aRunThatGoesOnFromACheckpointForgetsWhatCameAfterIt() {
    try (var model = model()) {
      shelf.started("second", 0);
      shelf.evaluated("second", 0, 2.1);
      for (int step = 1; step <= 30; step++) {
        shelf.step("second", step, 2);
      }
      shelf.checkpoint("second", 20);
      shelf.evaluated("second", 25, 1.9);
      assertThat(open(model).goesOnFrom()).isEqualTo(20);
      shelf.started("second", 20);
      var story = open(model).stream().story();
      assertThat(story.step()).isEqualTo(20);
      assertThat(story.evaluations()).containsOnlyKeys(0);
      assertThat(open(model).stream().curves().series().getFirst().size()).isEqualTo(20);
    }
  }

  @Test
  void offersWhatTheStateAllows() {
    try (var model = model()) {
      assertThat(open(model).canPause()).isTrue();
      assertThat(open(model).canCancel()).isTrue();
      assertThat(open(model).canGoOn()).isFalse();
      shelf.change(0, run -> ScriptedRuns.run("second", "Gentle", RunState.STOPPED, 30));
      assertThat(open(model).canPause()).isFalse();
      assertThat(open(model).canGoOn()).isTrue();
      open(model).goOn();
      shelf.change(0, run -> ScriptedRuns.run("second", "Gentle", RunState.FINISHED, 140));
      assertThat(open(model).canCancel()).isFalse();
      assertThat(open(model).canBeHeard()).isTrue();
      open(model).hear();
      assertThat(heard).extracting(TrainingRun::name).containsExactly("Gentle");
      assertThat(shelf.asked).containsExactly("resume second");
    }
  }

  @Test
  void renamesOnlyToAnotherName() {
    try (var model = model()) {
      open(model).rename("  ");
      open(model).rename("Gentle");
      open(model).rename(" Gentle, rank 4 ");
      assertThat(shelf.asked).containsExactly("rename second Gentle, rank 4");
    }
  }

  @Test
  void deletingOpensTheNextRun() throws Exception {
    Files.write(folder.resolve("weights"), new byte[92_000_000 / 1000]);
    try (var model = model()) {
      open(model).measureFiles();
      assertThat(open(model).bytes().get()).hasValue(92_000);
      open(model).delete();
      assertThat(open(model).id()).isEqualTo(new JobId("first"));
      open(model).delete();
      assertThat(model.open().get()).isEmpty();
      assertThat(chosen.get()).isEmpty();
    }
  }

  private RunViewModel open(RunsViewModel model) {
    return model.open().get().orElseThrow();
  }

  private RunsViewModel model() {
    return new RunsViewModel(
        shelf,
        Texts.of(Locale.ENGLISH),
        new Work(Runnable::run, Runnable::run),
        notices,
        chosen,
        heard::add);
  }
}
