package studio.timbre.train;

import java.util.Comparator;
import java.util.List;
import studio.timbre.model.Projection;
import studio.timbre.model.TrainingSpec;
import studio.timbre.weights.ModelConfig;

/**
 * The most memory that a training worker will hold: the frozen weights in 32-bit floats, five numbers for each one of LoRA (value,
 * gradient, AdamW's two moments, and its copy beside the frozen weights), what the backward pass keeps of the largest batch, the
 * scores of the answers that are looked at together, and the program itself.
 *
 * @param peakBytes resident at the peak
 */
public record MemoryEstimate(long peakBytes) {
  private static final long FLOAT = 4;

  /** Java, libtorch, MKL and their buffers, as measured on Linux x86-64. */
  private static final long PROGRAM = 520L << 20;

  /** Answer rows whose scores are held at once, three times over: logits, probabilities, gradient. */
  private static final long SCORED_ROWS = 128 * 3;

  /**
   * @param examples those of training and those held out; the longest ones make the largest batch
   */
  public static MemoryEstimate of(ModelConfig model, TrainingSpec spec, List<Example> examples) {
    long rows =
        examples.stream()
            .map(Example::length)
            .sorted(Comparator.reverseOrder())
            .limit(spec.batchSize())
            .mapToLong(Integer::longValue)
            .sum();
    long floats =
        model.parameters()
            + 5 * loraNumbers(model, spec)
            + rows * numbersKeptPerRow(model, spec)
            + SCORED_ROWS * model.vocabularySize();
    return new MemoryEstimate(PROGRAM + FLOAT * floats);
  }

  private static long loraNumbers(ModelConfig model, TrainingSpec spec) {
    long perLayer = 0;
    for (var projection : spec.lora().projections()) {
      perLayer += spec.lora().rank() * (inner(model, projection) + outer(model, projection));
    }
    return perLayer * model.layers();
  }

  private static long inner(ModelConfig model, Projection projection) {
    return switch (projection) {
      case OUTPUT -> (long) model.heads() * model.headSize();
      case DOWN -> model.feedForwardSize();
      default -> model.hiddenSize();
    };
  }

  private static long outer(ModelConfig model, Projection projection) {
    return switch (projection) {
      case QUERY -> (long) model.heads() * model.headSize();
      case KEY, VALUE -> (long) model.keyValueHeads() * model.headSize();
      case GATE, UP -> model.feedForwardSize();
      default -> model.hiddenSize();
    };
  }

  /**
   * What a block keeps of a token: its input, two normalised ones, queries, keys, values, the heads' answers, the middle, the gates
   * and the inner values.
   */
  private static long numbersKeptPerRow(ModelConfig model, TrainingSpec spec) {
    long heads = (long) model.heads() * model.headSize();
    long keysAndValues = 2L * model.keyValueHeads() * model.headSize();
    long perBlock =
        5L * model.hiddenSize()
            + 2 * heads
            + keysAndValues
            + 3L * model.feedForwardSize()
            + (long) spec.lora().projections().size() * spec.lora().rank();
    return perBlock * model.layers();
  }
}
