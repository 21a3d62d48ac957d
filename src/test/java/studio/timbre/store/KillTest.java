package studio.timbre.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that is killed while it edits loses nothing that it had finished, and leaves nothing half done. */
class KillTest {
  private static final int KILLS = 10;

  @TempDir Path folder;

  @Test
  void everyFinishedEditSurvivesAndNoneIsHalfDone() throws Exception {
    kill(folder, KILLS);
  }

  static void kill(Path folder, int kills) throws Exception {
    var file = folder.resolve("killed.timbre");
    ProjectFile.create(file).close();
    var random = new Random(20261122);
    int done = 0;
    // The same acts, undisturbed.
    try (var reference = ProjectFile.create(folder.resolve("reference.timbre"))) {
      for (int kill = 0; kill < kills; kill++) {
        int finished = editUntilKilled(file, done, random);
        for (; done < finished; done++) {
          KilledEditor.act(reference, done);
        }
        try (var project = ProjectFile.open(file)) {
          var state = KilledEditor.dump(project);
          if (!state.equals(KilledEditor.dump(reference))) {
            // The act that the kill fell into may have come through without having been told.
            KilledEditor.act(reference, done++);
            assertThat(state).as("kill %s", kill).isEqualTo(KilledEditor.dump(reference));
          }
          assertThat(integrity(project)).isEqualTo("ok");
          walk(project, state);
        }
      }
      assertThat(done).isGreaterThan(kills);
      try (var project = ProjectFile.open(file)) {
        while (project.journal().undo().isPresent()) {
          reference.journal().undo();
        }
        assertThat(KilledEditor.dump(project)).isEqualTo(KilledEditor.dump(reference));
        assertThat(KilledEditor.dump(project).getFirst()).startsWith("found 0");
      }
    }
  }

  /** Answers the number of the first act that was not told to be done. */
  private static int editUntilKilled(Path file, int first, Random random) throws Exception {
    var editor =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                KilledEditor.class.getName(),
                file.toString(),
                String.valueOf(first))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var told = editor.inputReader()) {
      int finished = number(told, first);
      assertThat(finished).as("the editor has begun").isGreaterThan(first);
      TimeUnit.MICROSECONDS.sleep(random.nextInt(120_000));
      // Through its handle: the process itself would close the pipe that still holds what was told.
      editor.toHandle().destroyForcibly();
      editor.waitFor();
      for (int next = number(told, finished); next > finished; next = number(told, finished)) {
        finished = next;
      }
      return finished;
    }
  }

  private static int number(BufferedReader told, int before) throws IOException {
    String line = told.readLine();
    return line == null ? before : Integer.parseInt(line) + 1;
  }

  private static String integrity(ProjectFile project) {
    return project
        .database()
        .read(
            connection -> Sql.first(connection, row -> row.getString(1), "PRAGMA integrity_check"))
        .orElseThrow();
  }

  /** Some steps back and as many forth change nothing. */
  private static void walk(ProjectFile project, List<String> state) {
    int back = 0;
    while (back < 4 && project.journal().undo().isPresent()) {
      back++;
    }
    for (int i = 0; i < back; i++) {
      assertThat(project.journal().redo()).isPresent();
    }
    assertThat(KilledEditor.dump(project)).isEqualTo(state);
  }
}
