package studio.timbre.jobs.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import studio.timbre.RealModel;

/**
 * Training tokens a second and peak memory beside Python's {@code trl} and plain {@code peft}: same model, data, lengths, batch and
 * precision, processes turn by turn. Needs the Python that {@code TIMBRE_REFERENCE_PYTHON} names. Writes {@code
 * target/bench/training.json}; {@code -Dbench.turns} and {@code -Dbench.steps} make it longer.
 */
@EnabledOnOs(OS.LINUX)
class TrainingSpeedBenchmark {
  private static final int TURNS = Integer.getInteger("bench.turns", 3);
  private static final int STEPS = Integer.getInteger("bench.steps", 14);
  private static final int BATCH = 2;
  private static final int LENGTH = 256;

  private final ObjectMapper json = new ObjectMapper();

  @Test
  void tokensPerSecondAndPeakMemory() throws Exception {
    String python = System.getenv("TIMBRE_REFERENCE_PYTHON");
    assumeTrue(python != null, "TIMBRE_REFERENCE_PYTHON names no Python");
    Map<String, List<JsonNode>> runs = new LinkedHashMap<>();
    for (int turn = 0; turn < TURNS; turn++) {
      add(runs, "timbre", timbre());
      add(runs, "trl", python(python, "trl"));
      add(runs, "peft", python(python, "plain"));
    }
    var report = report(runs);
    var file = Path.of("target", "bench", "training.json");
    Files.createDirectories(file.getParent());
    Files.writeString(file, report.toPrettyString() + "\n");
    assertThat(report.path("ratio_to_trl").asDouble()).isPositive();
  }

  private static void add(Map<String, List<JsonNode>> runs, String name, JsonNode run) {
    runs.computeIfAbsent(name, _ -> new ArrayList<>()).add(run);
  }

  private JsonNode timbre() throws Exception {
    var builder =
        ChildJvm.of(
            TrainingSpeedProbe.class,
            Cores.physical(),
            List.of(
                RealModel.path().toString(),
                "src/main/resources/studio/timbre/sample/train.en.jsonl",
                Integer.toString(STEPS),
                Integer.toString(BATCH),
                Integer.toString(LENGTH)));
    return run(builder);
  }

  private JsonNode python(String python, String mode) throws Exception {
    var builder =
        new ProcessBuilder(
            python,
            "src/test/reference/train_speed.py",
            mode,
            Integer.toString(STEPS),
            "--batch",
            Integer.toString(BATCH),
            "--length",
            Integer.toString(LENGTH));
    var environment = builder.environment();
    environment.keySet().removeIf(name -> name.matches("(OMP|MKL|OPENBLAS)_.*"));
    environment.put("OMP_NUM_THREADS", Integer.toString(Cores.physical()));
    environment.put("TIMBRE_MODELS", RealModel.path().toAbsolutePath().getParent().toString());
    return run(builder);
  }

  private JsonNode run(ProcessBuilder builder) throws IOException, InterruptedException {
    var log = Files.createTempFile("training-speed", ".txt");
    var process = builder.redirectError(log.toFile()).start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(Files.readString(log)).isZero();
    Files.delete(log);
    return json.readTree(output);
  }

  private ObjectNode report(Map<String, List<JsonNode>> runs) {
    var report = json.createObjectNode();
    report.put("what", "training tokens a second, without padding, and peak memory in MiB");
    report.put("batch", BATCH).put("length", LENGTH).put("steps", STEPS);
    report.put("processors", Runtime.getRuntime().availableProcessors());
    runs.forEach(
        (name, list) -> {
          report.put(name + "_tokens_per_second", rounded(median(list, "tokensPerSecond")));
          report.put(name + "_peak_mib", Math.round(median(list, "peakRssMiB")));
          report.set(name + "_runs", json.valueToTree(list));
        });
    double speed = median(runs.get("timbre"), "tokensPerSecond");
    double memory = median(runs.get("timbre"), "peakRssMiB");
    for (String other : List.of("trl", "peft")) {
      report.put("ratio_to_" + other, rounded(speed / median(runs.get(other), "tokensPerSecond")));
      report.put("memory_to_" + other, rounded(memory / median(runs.get(other), "peakRssMiB")));
    }
    return report;
  }

  private static double median(List<JsonNode> runs, String key) {
    var sorted = runs.stream().map(run -> run.path(key).doubleValue()).sorted().toList();
    return sorted.get(sorted.size() / 2);
  }

  private static double rounded(double value) {
    return Math.round(value * 100) / 100.0;
  }
}
