package studio.timbre.ui.train;

import java.util.Optional;
import java.util.OptionalDouble;
import studio.timbre.app.ProviderAbilities.LearningRate;

/**
 * How strongly a provider is asked to pull a model towards the examples. They differ in passes over the data; the learning rate is
 * the provider's choice, but for the strong one where it is a factor to that choice. An absolute rate is never set by a preset: what
 * is usual for one model wrecks another.
 */
enum ApiPreset {
  /** Everything is the provider's choice. */
  LEFT(0),
  GENTLE(2),
  BALANCED(3),
  STRONG(5);

  private static final double STRONGER = 2;

  private final int epochs;

  ApiPreset(int epochs) {
    this.epochs = epochs;
  }

  /** As it is typed: empty for the provider's choice. */
  String epochsText() {
    return epochs == 0 ? "" : Integer.toString(epochs);
  }

  /** Times the provider's own choice, where a learning rate means that. */
  OptionalDouble factor(LearningRate meaning) {
    return this == STRONG && meaning == LearningRate.FACTOR
        ? OptionalDouble.of(STRONGER)
        : OptionalDouble.empty();
  }

  /** The one whose numbers these are, if they are one's. */
  static Optional<ApiPreset> of(
      OptionalDouble epochs,
      OptionalDouble batchSize,
      OptionalDouble factor,
      OptionalDouble rate,
      LearningRate meaning) {
    for (var preset : values()) {
      boolean sameEpochs =
          preset == LEFT ? epochs.isEmpty() : epochs.equals(OptionalDouble.of(preset.epochs));
      if (sameEpochs
          && batchSize.isEmpty()
          && rate.isEmpty()
          && factor.equals(preset.factor(meaning))) {
        return Optional.of(preset);
      }
    }
    return Optional.empty();
  }
}
