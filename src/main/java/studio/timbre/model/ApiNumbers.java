package studio.timbre.model;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * The numbers that every provider takes for a job; an empty one is left to the provider.
 *
 * @param epochs passes over the data
 * @param batchSize examples to a step
 * @param learningRate in the provider's own meaning: a factor to its own choice at OpenAI and Azure, the rate itself elsewhere
 */
public record ApiNumbers(OptionalInt epochs, OptionalInt batchSize, OptionalDouble learningRate) {
  /** Everything is the provider's choice. */
  public static final ApiNumbers LEFT_TO_PROVIDER =
      new ApiNumbers(OptionalInt.empty(), OptionalInt.empty(), OptionalDouble.empty());

  public ApiNumbers withEpochs(OptionalInt passes) {
    return new ApiNumbers(passes, batchSize, learningRate);
  }
}
