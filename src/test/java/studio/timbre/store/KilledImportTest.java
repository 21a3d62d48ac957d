package studio.timbre.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.model.ConversationQuery;
import studio.timbre.model.Split;

/**
 * A program that is killed while it imports, before the indexes are taken away, while they are gone, and while they are made anew,
 * leaves the project as it was before or has all in it.
 */
class KilledImportTest {
  @TempDir Path folder;

  @Test
  void aKilledImportLeavesTheProjectAsItWas() throws Exception {
    var file = folder.resolve("killed.timbre");
    List<String> indexes;
    try (var project = ProjectFile.create(file)) {
      project.edits("Ana").add(Talk.of("Here before", "Yes"), Split.TRAINING, Optional.empty());
      indexes = indexes(project);
    }
    for (int from : new int[] {5_000, 30_000, 40_000}) {
      importUntilKilled(file, from);
      try (var project = ProjectFile.open(file)) {
        assertThat(project.conversations().ids(ConversationQuery.ALL, "x").length)
            .as("killed from %s on", from)
            .isIn(1, 1 + KilledImport.MANY);
        assertThat(indexes(project)).isEqualTo(indexes);
        assertThat(texts(project, "PRAGMA integrity_check")).containsExactly("ok");
        if (project.journal().nextUndo().orElseThrow().kind().equals("import")) {
          project.journal().undo();
        }
        assertThat(project.conversations().ids(ConversationQuery.ALL, "x")).hasSize(1);
      }
    }
  }

  /** Kills it a moment after it has read so many; another moment each time. */
  private static void importUntilKilled(Path file, int from) throws Exception {
    var process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                KilledImport.class.getName(),
                file.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var told = process.inputReader()) {
      int read = 0;
      while (read < from) {
        String line = told.readLine();
        assertThat(line).as("it goes on").isNotNull();
        read = Integer.parseInt(line);
      }
      TimeUnit.MICROSECONDS.sleep(System.nanoTime() % 200_000);
      process.toHandle().destroyForcibly();
      process.waitFor();
    }
  }

  private static List<String> indexes(ProjectFile project) {
    return texts(project, "SELECT sql FROM sqlite_schema WHERE type = 'index' ORDER BY name");
  }

  private static List<String> texts(ProjectFile project, String sql) {
    return project
        .database()
        .read(connection -> Sql.list(connection, row -> String.valueOf(row.getString(1)), sql));
  }
}
