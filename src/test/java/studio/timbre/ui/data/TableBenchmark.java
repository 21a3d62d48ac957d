package studio.timbre.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.store.TableProject;

/**
 * The table with a million conversations and 512 MB of memory: {@code mvn -Pbench verify}, {@code target/bench/table.json}. The
 * project is made once and kept in {@code target/bench}; {@code -Dtable.rows=100000} takes a smaller one, {@code
 * -Dtable.acts=open,edit} only some acts.
 */
class TableBenchmark {
  private static final int ROWS = Integer.getInteger("table.rows", 1_000_000);
  private static final Path FOLDER = Path.of("target", "bench");

  @TempDir Path folder;

  @Test
  void everyActOfTheTable() throws Exception {
    var made = TableProject.of(ROWS, "o200k_base", FOLDER);
    var project = Files.copy(made, folder.resolve("table.timbre"));
    var report = FOLDER.resolve("table.json").toAbsolutePath();
    Files.deleteIfExists(report);
    var log = FOLDER.resolve("table.log").toFile();
    var process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx512m",
                    "-XX:+UseSerialGC",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow",
                    "-Dglass.platform=Headless",
                    "-Dprism.order=sw",
                    "-cp",
                    System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path")),
                    TableProbe.class.getName(),
                    project.toString(),
                    report.toString(),
                    String.valueOf(ROWS),
                    System.getProperty("table.acts", TableProbe.ALL)))
            .redirectErrorStream(true)
            .redirectOutput(log)
            .start();
    try {
      assertThat(process.waitFor(60, TimeUnit.MINUTES)).as("it ends in time").isTrue();
      assertThat(process.exitValue()).as(() -> "see " + log).isZero();
    } finally {
      process.destroyForcibly();
    }
    assertThat(new ObjectMapper().readTree(report.toFile()).size()).isPositive();
  }
}
