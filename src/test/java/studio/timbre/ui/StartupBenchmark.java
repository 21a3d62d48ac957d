package studio.timbre.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.app.Timbre;
import studio.timbre.app.TimbreFolder;

/**
 * Time from the start of the program to a window that can be used, beside that of an empty JavaFX window: processes of the same Java
 * with the same settings, turn by turn, on the headless platform. Writes {@code target/bench/startup.json}.
 */
class StartupBenchmark {
  private static final int TURNS = 9;

  @TempDir Path folder;

  /**
   * @param arguments of {@link StartupProbe}
   * @param home Timbre's folder
   */
  private record Program(List<String> arguments, Path home) {}

  @Test
  void timeToAUsableWindow() throws Exception {
    var fresh = folder.resolve("fresh");
    var used = folder.resolve("used");
    try (var timbre = Timbre.startIn(new TimbreFolder(used))) {
      timbre.openSample().close();
    }
    var programs = new LinkedHashMap<String, Program>();
    programs.put("empty", new Program(List.of("empty"), fresh));
    programs.put("welcome", new Program(List.of("timbre", ".button"), fresh));
    programs.put("project", new Program(List.of("timbre", ".table-row-cell"), used));

    var millis = new LinkedHashMap<String, List<Double>>();
    for (int turn = 0; turn <= TURNS; turn++) {
      for (var program : programs.entrySet()) {
        double time = start(program.getValue());
        if (turn > 0) { // The first turn fills the system's caches.
          millis.computeIfAbsent(program.getKey(), _ -> new ArrayList<>()).add(time);
        }
      }
    }
    var report = report(millis);
    var file = Path.of("target", "bench", "startup.json");
    Files.createDirectories(file.getParent());
    Files.writeString(file, report.toPrettyString() + "\n");
    assertThat(report.get("ratio_project").asDouble()).isPositive();
  }

  private static ObjectNode report(Map<String, List<Double>> millis) {
    var report = new ObjectMapper().createObjectNode();
    report.put("what", "milliseconds from the start of the process to a window that can be used");
    report.put("java", Runtime.version().toString());
    report.put("processors", Runtime.getRuntime().availableProcessors());
    double empty = median(millis.get("empty"));
    millis.forEach(
        (name, times) -> {
          var list = report.putArray(name + "_ms");
          times.forEach(time -> list.add(Math.round(time)));
          report.put(name + "_median_ms", Math.round(median(times)));
        });
    report.put("ratio_welcome", rounded(median(millis.get("welcome")) / empty));
    report.put("ratio_project", rounded(median(millis.get("project")) / empty));
    return report;
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  private static double rounded(double ratio) {
    return Math.round(ratio * 100) / 100.0;
  }

  private double start(Program program) throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dglass.platform=Headless",
            "-Dprism.order=sw",
            "-cp",
            System.getProperty("java.class.path"),
            StartupProbe.class.getName()));
    command.addAll(program.arguments());
    var log = Files.createTempFile(folder, "probe", ".txt");
    var builder = new ProcessBuilder(command).redirectError(log.toFile());
    builder.environment().put("TIMBRE_HOME", program.home().toString());
    long begun = System.nanoTime();
    var process = builder.start();
    try (var out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(out.readLine())
          .as(() -> "of " + program.arguments() + ": " + text(log))
          .isEqualTo(StartupProbe.READY);
    }
    double millis = (System.nanoTime() - begun) / 1e6;
    process.waitFor();
    return millis;
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
