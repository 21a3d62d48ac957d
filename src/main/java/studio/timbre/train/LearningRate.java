package studio.timbre.train;

import studio.timbre.model.TrainingSpec;

/**
 * The learning rate of each step: a straight rise from 0, then the chosen fall. The formulas are those of the schedules of the
 * same names in Hugging Face transformers.
 */
public final class LearningRate {
  private final TrainingSpec spec;
  private final int totalSteps;
  private final int warmupSteps;

  public LearningRate(TrainingSpec spec, int totalSteps) {
    this.spec = spec;
    this.totalSteps = totalSteps;
    this.warmupSteps = (int) Math.ceil(totalSteps * spec.warmupFraction());
  }

  /**
   * The rate of a step.
   *
   * @param step counted from 0; with a warm-up the first has the rate 0
   */
  public double at(int step) {
    return spec.learningRate() * factor(step);
  }

  private double factor(int step) {
    if (step < warmupSteps) {
      return (double) step / Math.max(1, warmupSteps);
    }
    double progress = (double) (step - warmupSteps) / Math.max(1, totalSteps - warmupSteps);
    return switch (spec.schedule()) {
      case CONSTANT -> 1;
      case LINEAR -> Math.max(0, 1 - progress);
      case COSINE -> Math.max(0, 0.5 * (1 + Math.cos(Math.PI * progress)));
    };
  }
}
