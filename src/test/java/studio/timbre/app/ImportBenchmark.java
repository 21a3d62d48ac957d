package studio.timbre.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.ReferencePython;
import studio.timbre.SupportTalks;

/**
 * A file of a million conversations, more than a gigabyte, taken into a project with 512 MB of memory, beside Python's datasets and DuckDB on the
 * same file: {@code mvn -Pbench test -Dtest=ImportBenchmark}, {@code target/bench/import.json}. {@code -Dimport.rows=80000} takes a
 * smaller one. The others end with a table of texts; Timbre's import ends with a project that can be undone, sorted and searched.
 */
class ImportBenchmark {
  private static final int ROWS = Integer.getInteger("import.rows", 1_000_000);
  private static final Path FOLDER = Path.of("target", "bench");

  private final ObjectMapper json = new ObjectMapper();

  @TempDir Path folder;

  @Test
  void aMillionConversations() throws Exception {
    var file = SupportTalks.file(ROWS, FOLDER).toAbsolutePath();
    var report = json.createObjectNode();
    report.put("what", "seconds and peak memory in MiB; ratios to the other's");
    report.put("conversations", ROWS).put("mib", Files.size(file) >> 20);
    var cancelled = timbre(file, "cancel");
    assertThat(cancelled.get("left").asLong()).isZero();
    assertThat(cancelled.get("cancel_seconds").asDouble()).isLessThan(60);
    report.set("timbre_cancelled_at_a_third", cancelled);
    var ours = timbre(file, "import");
    assertThat(ours.get("imported").asInt()).isEqualTo(ROWS);
    report.set("timbre", ours);
    for (var other : List.of("datasets", "duckdb")) {
      var theirs =
          ReferencePython.run(
              Map.of("HF_HUB_OFFLINE", "1"),
              "import_speed.py",
              other,
              file.toString(),
              Files.createDirectories(folder.resolve(other)).toString());
      assertThat(theirs.get("rows").asInt()).isEqualTo(ROWS);
      report.set(other, theirs);
      ratio(report, "seconds_to_" + other, ours.get("import_seconds"), theirs.get("seconds"));
      ratio(
          report,
          "memory_to_" + other,
          ours.get("resident_peak_mib"),
          theirs.get("resident_peak_mib"));
    }
    Files.writeString(FOLDER.resolve("import.json"), report.toPrettyString() + "\n");
  }

  private static void ratio(ObjectNode report, String name, JsonNode ours, JsonNode theirs) {
    report.put(name, Math.round(100 * ours.asDouble() / theirs.asDouble()) / 100.0);
  }

  private JsonNode timbre(Path file, String act) throws Exception {
    var own = Files.createDirectories(folder.resolve(act));
    var answer = own.resolve("report.json");
    var log = FOLDER.resolve("import-" + act + ".log").toFile();
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
                    ImportProbe.class.getName(),
                    file.toString(),
                    own.toString(),
                    answer.toString(),
                    act))
            .redirectErrorStream(true)
            .redirectOutput(log)
            .start();
    try {
      assertThat(process.waitFor(3, TimeUnit.HOURS)).as("it ends in time").isTrue();
      assertThat(process.exitValue()).as(() -> "see " + log).isZero();
      return json.readTree(answer.toFile());
    } finally {
      process.destroyForcibly();
      // Several gigabytes, of which nobody wants two.
      Files.deleteIfExists(own.resolve("imported.timbre"));
    }
  }
}
