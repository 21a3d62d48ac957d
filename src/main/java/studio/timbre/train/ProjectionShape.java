package studio.timbre.train;

import studio.timbre.model.Projection;
import studio.timbre.weights.ModelConfig;

/**
 * The measures of a linear layer of a Llama block.
 *
 * @param inputs columns of its weight
 * @param outputs rows of its weight
 */
public record ProjectionShape(int inputs, int outputs) {

  public static ProjectionShape of(ModelConfig model, Projection projection) {
    int hidden = model.hiddenSize();
    int inner = model.feedForwardSize();
    int queries = model.heads() * model.headSize();
    int keys = model.keyValueHeads() * model.headSize();
    return switch (projection) {
      case QUERY -> new ProjectionShape(hidden, queries);
      case KEY, VALUE -> new ProjectionShape(hidden, keys);
      case OUTPUT -> new ProjectionShape(queries, hidden);
      case GATE, UP -> new ProjectionShape(hidden, inner);
      case DOWN -> new ProjectionShape(inner, hidden);
    };
  }

  /** The LoRA numbers of this layer: A [rank, inputs] and B [outputs, rank]. */
  public long loraNumbers(int rank) {
    return (long) rank * (inputs + outputs);
  }
}
