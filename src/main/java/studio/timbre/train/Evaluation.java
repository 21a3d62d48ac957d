package studio.timbre.train;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * How well a model predicts the answers of conversations.
 *
 * @param examples conversations looked at
 * @param answerTokens tokens that were predicted
 * @param loss mean over the answer tokens, in nats
 */
public record Evaluation(int examples, long answerTokens, double loss) {

  /** The mean number of equally likely words that the model wavers between: e to the loss. */
  public double perplexity() {
    return Math.exp(loss);
  }

  /** Measures over all conversations, {@code batchSize} at a time. */
  public static Evaluation of(ScoringModel model, List<Example> examples, int batchSize) {
    return of(model, examples, batchSize, () -> true).orElseThrow();
  }

  /**
   * Measures over all conversations, {@code batchSize} at a time and longest first, so that memory does not grow on the way.
   *
   * @param goOn asked before each batch; where it answers false, there is no result
   */
  static Optional<Evaluation> of(
      ScoringModel model, List<Example> examples, int batchSize, BooleanSupplier goOn) {
    var ordered =
        examples.stream().sorted(Comparator.comparingInt(Example::length).reversed()).toList();
    double sum = 0;
    long tokens = 0;
    for (int from = 0; from < ordered.size(); from += batchSize) {
      if (!goOn.getAsBoolean()) {
        return Optional.empty();
      }
      var batch = ordered.subList(from, Math.min(from + batchSize, ordered.size()));
      sum += model.loss(batch);
      tokens += batch.stream().mapToLong(Example::answerTokens).sum();
    }
    return Optional.of(
        new Evaluation(examples.size(), tokens, tokens == 0 ? Double.NaN : sum / tokens));
  }
}
