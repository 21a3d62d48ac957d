package studio.timbre.ui.train;

import java.util.Arrays;
import java.util.Optional;
import studio.timbre.model.LoraSpec;
import studio.timbre.model.TrainingSpec;

/**
 * How strongly the model is pulled towards the examples. They differ in three numbers: how often it goes through the examples,
 * how far each step goes, and how much can change (the rank, with alpha at twice the rank).
 */
enum Preset {
  /** 2 epochs, learning rate 1e-4, rank 8. */
  GENTLE(2, 1e-4, 8),
  /** 3 epochs, learning rate 2e-4, rank 16: {@link TrainingSpec#DEFAULT}. */
  BALANCED(3, 2e-4, 16),
  /** 5 epochs, learning rate 4e-4, rank 32. */
  STRONG(5, 4e-4, 32);

  private final int epochs;
  private final double learningRate;
  private final int rank;

  Preset(int epochs, double learningRate, int rank) {
    this.epochs = epochs;
    this.learningRate = learningRate;
    this.rank = rank;
  }

  /** These numbers, with all others as they are. */
  TrainingSpec in(TrainingSpec spec) {
    return new TrainingSpec(
        new LoraSpec(rank, 2.0 * rank, spec.lora().projections()),
        epochs,
        spec.maxSteps(),
        learningRate,
        spec.schedule(),
        spec.warmupFraction(),
        spec.batchSize(),
        spec.accumulation(),
        spec.maxGradientNorm(),
        spec.weightDecay(),
        spec.maxLength(),
        spec.seed(),
        spec.evaluateEvery(),
        spec.checkpointEvery());
  }

  TrainingSpec spec() {
    return in(TrainingSpec.DEFAULT);
  }

  /** The preset whose numbers these are, if they are one's. */
  static Optional<Preset> of(TrainingSpec spec) {
    return Arrays.stream(values()).filter(preset -> preset.in(spec).equals(spec)).findFirst();
  }
}
