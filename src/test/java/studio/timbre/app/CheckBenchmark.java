package studio.timbre.app;

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
 * The checks over a million conversations with 512 MB of memory: the first look, and a look after one edit. {@code mvn -Pbench verify},
 * {@code target/bench/check.json}. The project is made once and kept in {@code target/bench}; {@code -Dcheck.rows=100000} takes a
 * smaller one.
 */
class CheckBenchmark {
  private static final int ROWS = Integer.getInteger("check.rows", 1_000_000);
  private static final Path FOLDER = Path.of("target", "bench");

  @TempDir Path folder;

  @Test
  void firstLookAndLooksAfterOneEdit() throws Exception {
    var made = TableProject.spoken(ROWS, "o200k_base", FOLDER);
    var project = Files.copy(made, folder.resolve("check.timbre"));
    var report = FOLDER.resolve("check.json").toAbsolutePath();
    Files.deleteIfExists(report);
    var log = FOLDER.resolve("check.log").toFile();
    var process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx512m",
                    "-XX:+UseSerialGC",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow",
                    "-cp",
                    System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path")),
                    CheckProbe.class.getName(),
                    project.toString(),
                    report.toString()))
            .redirectErrorStream(true)
            .redirectOutput(log)
            .start();
    try {
      assertThat(process.waitFor(60, TimeUnit.MINUTES)).as("it ends in time").isTrue();
      assertThat(process.exitValue()).as(() -> "see " + log).isZero();
    } finally {
      process.destroyForcibly();
    }
    var figures = new ObjectMapper().readTree(report.toFile());
    assertThat(figures.get("conversations").asInt()).isEqualTo(ROWS);
    assertThat(figures.get("recheck_cpu_ms").get("p95").asDouble()).as("report").isLessThan(20);
  }
}
