package studio.timbre.train;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import studio.timbre.model.TrainingSpec;

/** Names what decides the course of a run: the data and the settings, without how often it is measured and saved. */
final class RunName {
  private RunName() {}

  static String of(TrainingSpec spec, List<Example> training) {
    var settings =
        List.of(
            spec.lora().rank(),
            spec.lora().alpha(),
            new TreeSet<>(spec.lora().projections()),
            spec.epochs(),
            spec.maxSteps(),
            spec.learningRate(),
            spec.schedule(),
            spec.warmupFraction(),
            spec.batchSize(),
            spec.accumulation(),
            spec.maxGradientNorm(),
            spec.weightDecay(),
            spec.maxLength(),
            spec.seed());
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(settings.toString().getBytes(StandardCharsets.UTF_8));
      for (var example : training) {
        var bytes = ByteBuffer.allocate(5 * example.length() + 4).putInt(example.length());
        for (int i = 0; i < example.length(); i++) {
          bytes.putInt(example.tokens()[i]).put((byte) (example.trained()[i] ? 1 : 0));
        }
        digest.update(bytes.flip());
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
