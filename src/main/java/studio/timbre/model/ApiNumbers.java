package studio.timbre.model;

import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * The numbers of a job, not all of which every provider takes; an empty one is left to the provider.
 *
 * @param epochs passes over the data
 * @param batchSize examples to a step
 * @param learningRate in the provider's own meaning: a factor to its own choice at OpenAI and Azure, the rate itself elsewhere
 * @param adapterRank the rank of the LoRA adapter, where the provider lets it be chosen
 * @param adapterAlpha by which the adapter's change is multiplied, before it is divided by the rank
 */
public record ApiNumbers(
    OptionalInt epochs,
    OptionalInt batchSize,
    OptionalDouble learningRate,
    OptionalInt adapterRank,
    OptionalInt adapterAlpha) {
  /** Everything is the provider's choice. */
  public static final ApiNumbers LEFT_TO_PROVIDER =
      new ApiNumbers(OptionalInt.empty(), OptionalInt.empty(), OptionalDouble.empty());

  /** With the size of the adapter left to the provider. */
  public ApiNumbers(OptionalInt epochs, OptionalInt batchSize, OptionalDouble learningRate) {
    this(epochs, batchSize, learningRate, OptionalInt.empty(), OptionalInt.empty());
  }

  public ApiNumbers withEpochs(OptionalInt passes) {
    return new ApiNumbers(passes, batchSize, learningRate, adapterRank, adapterAlpha);
  }

  /** Whether anything is said about the size of the adapter. */
  public boolean hasAdapter() {
    return adapterRank.isPresent() || adapterAlpha.isPresent();
  }
}
