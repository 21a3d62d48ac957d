package studio.timbre.train;

import studio.timbre.model.TrainingSpec;

/**
 * How many steps a run takes.
 *
 * @param batchesPerEpoch micro-batches that one pass over the data makes
 * @param stepsPerEpoch optimiser steps of one pass; the last may be made of fewer micro-batches
 * @param totalSteps optimiser steps in all
 */
public record StepPlan(int batchesPerEpoch, int stepsPerEpoch, int totalSteps) {

  public static StepPlan of(int examples, TrainingSpec spec) {
    int batches = Math.ceilDiv(examples, spec.batchSize());
    int perEpoch = Math.ceilDiv(batches, spec.accumulation());
    int all = Math.multiplyExact(perEpoch, spec.epochs());
    return new StepPlan(batches, perEpoch, Math.min(all, spec.maxSteps().orElse(all)));
  }

  /** Passes over the data that {@code step} steps are, as 1.25. */
  public double epochs(int step) {
    return stepsPerEpoch == 0 ? 0 : (double) step / stepsPerEpoch;
  }
}
