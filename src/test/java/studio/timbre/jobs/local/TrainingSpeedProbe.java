package studio.timbre.jobs.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import studio.timbre.model.LoraSpec;
import studio.timbre.train.Example;
import studio.timbre.train.Examples;
import studio.timbre.train.torch.TorchEngine;
import studio.timbre.weights.BaseModels;

/**
 * Trains in a process like the worker's and prints how fast, by the rules of src/test/reference/train_speed.py: conversations in file
 * order, two steps to warm up, the mark of peak memory reset when the model is loaded.
 */
final class TrainingSpeedProbe {
  private static final int WARM = 2;

  private TrainingSpeedProbe() {}

  /**
   * @param args model, training file, steps, batch, length
   */
  public static void main(String[] args) throws Exception {
    int steps = Integer.parseInt(args[2]);
    int batch = Integer.parseInt(args[3]);
    int length = Integer.parseInt(args[4]);
    try (var base = BaseModels.open(Path.of(args[0]))) {
      var all =
          Examples.of(ConversationFile.read(Path.of(args[1])), ModelTexts.of(base).format(), length)
              .examples();
      try (var model = TorchEngine.train(base, LoraSpec.DEFAULT, 42)) {
        Files.writeString(Path.of("/proc/self/clear_refs"), "5");
        var times = new ArrayList<Double>();
        double loss = 0;
        long tokens = 0;
        long begun = 0;
        for (int step = 0; step < steps; step++) {
          if (step == WARM) {
            begun = System.nanoTime();
          }
          var examples = new ArrayList<Example>();
          for (int i = 0; i < batch; i++) {
            examples.add(all.get((step * batch + i) % all.size()));
          }
          int answers = examples.stream().mapToInt(Example::answerTokens).sum();
          long start = System.nanoTime();
          loss = model.accumulate(examples, 1.0 / answers) / answers;
          model.step(2e-4, 1.0, 0.0);
          if (step >= WARM) {
            times.add((System.nanoTime() - start) / 1e9);
            tokens += examples.stream().mapToInt(Example::length).sum();
          }
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        report(times, tokens, seconds, loss);
      }
    }
  }

  private static void report(List<Double> times, long tokens, double seconds, double loss)
      throws IOException {
    var report = new ObjectMapper().createObjectNode();
    report.put("mode", "timbre");
    report.put("tokens", tokens);
    report.put("seconds", seconds);
    report.put("tokensPerSecond", tokens / seconds);
    report.put("secondsPerStepMedian", times.stream().sorted().toList().get(times.size() / 2));
    report.put("lastLoss", loss);
    for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
      if (line.startsWith("VmHWM:")) {
        report.put("peakRssMiB", Long.parseLong(line.replaceAll("\\D", "")) / 1024.0);
      }
    }
    System.out.println(report);
  }
}
