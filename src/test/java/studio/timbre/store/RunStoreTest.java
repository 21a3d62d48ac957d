package studio.timbre.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.model.JobEvent;
import studio.timbre.model.JobId;
import studio.timbre.model.RunState;
import studio.timbre.model.TrainingSpec;

class RunStoreTest {
  private static final JobId A = new JobId("run-a");
  private static final JobId B = new JobId("run-b");
  private static final Instant TIME = Instant.now().truncatedTo(ChronoUnit.MILLIS);

  @TempDir Path folder;
  private ProjectFile project;
  private RunStore runs;

  @BeforeEach
  void create() throws Exception {
    project = ProjectFile.create(folder.resolve("a.timbre"));
    runs = project.runs();
    runs.put(run(A, TIME));
    runs.put(run(B, TIME.plusSeconds(1)));
  }

  @AfterEach
  void close() {
    project.close();
  }

  private static StoredRun run(JobId id, Instant created) {
    return StoredRun.queued(
        id, "First try", "smollm2", Path.of("/m/a.gguf"), created, TrainingSpec.DEFAULT, 17);
  }

  private static JobEvent step(int sequence, int step, double loss) {
    return new JobEvent.Step(A, sequence, TIME, step, 0.1, loss, 1e-4, 1, 100, 5, 6);
  }

  @Test
  void runsAreListedNewestFirstAsTheyWerePut() {
    assertThat(runs.list()).containsExactly(run(B, TIME.plusSeconds(1)), run(A, TIME));
    assertThat(runs.find(new JobId("other"))).isEmpty();
  }

  @Test
  void theRunsOfACopyOwnNoFilesUntilOneIsStartedThere() throws Exception {
    var copy = folder.resolve("copy.timbre");
    project.copyTo(copy);
    try (var other = ProjectFile.open(copy)) {
      var started = new JobId("run-c");
      other.runs().put(run(started, TIME.plusSeconds(2)));
      assertThat(other.runs().list())
          .extracting(StoredRun::ownsFiles)
          .containsExactly(true, false, false);
    }
    assertThat(runs.list()).allMatch(StoredRun::ownsFiles);
  }

  @Test
  void theRunsOfAProjectOfTheFirstVersionOwnTheirFiles() throws Exception {
    project.close();
    var old = folder.resolve("old.timbre");
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + old);
        var statement = connection.createStatement();
        var script = RunStore.class.getResourceAsStream("/studio/timbre/sql/V001__project.sql")) {
      statement.executeUpdate(new String(script.readAllBytes(), StandardCharsets.UTF_8));
      statement.execute("ATTACH '" + folder.resolve("a.timbre") + "' AS new");
      var columns =
          Sql.list(
              connection, row -> row.getString(1), "SELECT name FROM pragma_table_info('run')");
      String all = String.join(", ", columns);
      statement.execute("INSERT INTO run SELECT " + all + " FROM new.run");
      statement.execute(
          "PRAGMA application_id = " + Sql.number(connection, "PRAGMA new.application_id"));
      statement.execute("PRAGMA user_version = 1");
    }
    project = ProjectFile.open(old);
    assertThat(project.runs().list())
        .containsExactly(run(B, TIME.plusSeconds(1)), run(A, TIME))
        .allMatch(StoredRun::ownsFiles);
  }

  @Test
  void anEventIsStoredOnceHoweverOftenItComes() throws Exception {
    var events = List.of(new JobEvent.Queued(A, 1, TIME), step(2, 1, 3.5), step(3, 2, 3.25));
    assertThat(runs.append(events.subList(0, 2))).isEqualTo(events.subList(0, 2));
    assertThat(runs.append(events)).isEqualTo(events.subList(2, 3));
    assertThat(runs.append(events)).isEmpty();
    assertThat(runs.append(List.of(new JobEvent.Queued(new JobId("unknown"), 1, TIME)))).isEmpty();
    project.close();
    project = ProjectFile.open(folder.resolve("a.timbre"));
    runs = project.runs();
    assertThat(runs.events(A, 0)).isEqualTo(events);
    assertThat(runs.events(A, 2)).isEqualTo(events.subList(2, 3));
    assertThat(runs.lastSequence(A)).isEqualTo(3);
    assertThat(runs.lastSequence(B)).isZero();
  }

  @Test
  void eventsMoveTheRunAlong() {
    runs.append(List.of(new JobEvent.Started(A, 1, TIME, 0, 90, 3, 100, 10, 1000)));
    assertThat(run().state()).isEqualTo(RunState.RUNNING);
    assertThat(run().totalSteps()).isEqualTo(90);
    runs.append(List.of(new JobEvent.Evaluated(A, 2, TIME, 0, 4.0, 10), step(3, 1, 3.5)));
    runs.append(List.of(step(4, 2, Double.NaN), new JobEvent.Evaluated(A, 5, TIME, 2, 3.0, 10)));
    assertThat(run().step()).isEqualTo(2);
    assertThat(run().trainLoss()).isEmpty();
    assertThat(run().firstEvalLoss()).hasValue(4.0);
    assertThat(run().lastEvalLoss()).hasValue(3.0);
    runs.append(List.of(new JobEvent.Paused(A, 6, TIME, 2)));
    assertThat(run().state()).isEqualTo(RunState.PAUSED);
    runs.append(List.of(new JobEvent.Started(A, 7, TIME, 1, 90, 3, 100, 10, 1000)));
    assertThat(run().state()).isEqualTo(RunState.RUNNING);
    assertThat(run().step()).isEqualTo(1);
    runs.setState(A, RunState.STOPPED);
    assertThat(run().state()).isEqualTo(RunState.STOPPED);
    runs.append(
        List.of(new JobEvent.Finished(A, 8, TIME, 90, "result", 1.5, OptionalDouble.of(2), 60)));
    assertThat(run().state()).isEqualTo(RunState.FINISHED);
    assertThat(run().result()).contains("result");
    assertThat(runs.find(B).orElseThrow().state()).isEqualTo(RunState.QUEUED);
  }

  private StoredRun run() {
    return runs.find(A).orElseThrow();
  }

  @Test
  void everyEndHasItsState() {
    runs.append(List.of(new JobEvent.Failed(A, 1, TIME, "internal", "No.", Optional.empty())));
    assertThat(run().state()).isEqualTo(RunState.FAILED);
    runs.append(List.of(new JobEvent.Cancelled(B, 1, TIME, 4)));
    assertThat(runs.find(B).orElseThrow().state()).isEqualTo(RunState.CANCELLED);
  }

  @Test
  void aRunIsRenamedAndForgottenWithItsEvents() {
    runs.append(List.of(step(1, 1, 3.5)));
    runs.rename(A, "Zweiter Versuch \"2\"");
    assertThat(run().name()).isEqualTo("Zweiter Versuch \"2\"");
    runs.delete(A);
    assertThat(runs.list()).extracting(StoredRun::id).containsExactly(B);
    assertThat(runs.events(A, 0)).isEmpty();
  }
}
