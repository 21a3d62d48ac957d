package studio.timbre.train;

import java.util.Comparator;
import java.util.List;
import studio.timbre.model.Projection;
import studio.timbre.model.TrainingSpec;
import studio.timbre.weights.ModelConfig;

/**
 * The most memory that a training worker will hold, from what the engine keeps at the same time:
 *
 * <ul>
 *   <li>the weights as 32-bit floats, and beside each adapted one the columns for B;
 *   <li>five numbers for each LoRA number: value, gradient, Adam's two means, and one in passing;
 *   <li>for each token and layer what the backward pass reads again: the residual stream twice, three normalised or attended
 *       inputs, queries, keys and values, both halves of the gated unit and its result;
 *   <li>the scores over the vocabulary of the answer rows that are looked at together, twice;
 *   <li>the Java virtual machine, libtorch and the mapped model file.
 * </ul>
 *
 * <p>The worst batch is that of the longest conversations.
 *
 * @param peakBytes resident at the peak
 */
public record MemoryEstimate(long peakBytes) {
  private static final long FLOAT = 4;

  /** What a worker holds before a model is loaded. */
  private static final long PROGRAM = 450L << 20;

  /** Answer rows whose scores are held together; at most as many as there are answers. */
  private static final long ROWS_SCORED_TOGETHER = 128;

  /** What comes and goes within one block, in widths of the gated unit for each token: measured, not derived. */
  private static final long PASSING_WIDTHS = 24;

  public static MemoryEstimate of(ModelConfig model, TrainingSpec spec, List<Example> examples) {
    long rows =
        examples.stream()
            .map(Example::length)
            .sorted(Comparator.reverseOrder())
            .limit(spec.batchSize())
            .mapToLong(Integer::longValue)
            .sum();
    return of(model, spec, rows);
  }

  /** @param rows tokens of the worst batch */
  public static MemoryEstimate of(ModelConfig model, TrainingSpec spec, long rows) {
    long numbers =
        model.parameters()
            + besideWeights(model, spec)
            + 5 * loraNumbers(model, spec)
            + rows * (model.layers() * savedPerRow(model, spec))
            + rows * PASSING_WIDTHS * model.feedForwardSize()
            + 2 * Math.min(rows, ROWS_SCORED_TOGETHER) * model.vocabularySize();
    return new MemoryEstimate(PROGRAM + FLOAT * numbers);
  }

  private static long loraNumbers(ModelConfig model, TrainingSpec spec) {
    long perLayer = 0;
    for (var projection : spec.lora().projections()) {
      perLayer += ProjectionShape.of(model, projection).loraNumbers(spec.lora().rank());
    }
    return perLayer * model.layers();
  }

  /** The columns for B: layers that share an input share the columns, so each has the others' as well. */
  private static long besideWeights(ModelConfig model, TrainingSpec spec) {
    long perLayer = 0;
    for (var group :
        List.of(
            List.of(Projection.QUERY, Projection.KEY, Projection.VALUE),
            List.of(Projection.OUTPUT),
            List.of(Projection.GATE, Projection.UP),
            List.of(Projection.DOWN))) {
      long outputs = 0;
      long columns = 0;
      for (var projection : group) {
        outputs += ProjectionShape.of(model, projection).outputs();
        columns += spec.lora().projections().contains(projection) ? spec.lora().rank() : 0;
      }
      perLayer += outputs * columns;
    }
    return perLayer * model.layers();
  }

  private static long savedPerRow(ModelConfig model, TrainingSpec spec) {
    long queries = (long) model.heads() * model.headSize();
    long keysAndValues = 2L * model.keyValueHeads() * model.headSize();
    long roomsForZ = (long) spec.lora().rank() * spec.lora().projections().size();
    long residualAndNormed = 4L * model.hiddenSize();
    long attention = 2 * queries + keysAndValues + model.heads();
    long gated = 3L * model.feedForwardSize();
    return residualAndNormed + attention + gated + roomsForZ;
  }
}
