package studio.timbre.model;

import java.util.OptionalInt;

/**
 * The numbers of a training run.
 *
 * @param lora what is trained
 * @param epochs passes over the data
 * @param maxSteps ends the run after so many optimiser steps, if given
 * @param learningRate at its highest
 * @param schedule how it falls
 * @param warmupFraction share of the steps in which it rises from 0
 * @param batchSize conversations put through the model together
 * @param accumulation batches to one optimiser step
 * @param maxGradientNorm gradients are scaled down to this norm
 * @param weightDecay of AdamW
 * @param maxLength longer conversations are cut off at the end, in tokens
 * @param seed of the initial LoRA matrices and of the order
 * @param evaluateEvery steps between evaluations on held-out conversations; 0: at the start and at the end alone
 * @param checkpointEvery steps between checkpoints; 0: at the end alone
 */
public record TrainingSpec(
    LoraSpec lora,
    int epochs,
    OptionalInt maxSteps,
    double learningRate,
    Schedule schedule,
    double warmupFraction,
    int batchSize,
    int accumulation,
    double maxGradientNorm,
    double weightDecay,
    int maxLength,
    long seed,
    int evaluateEvery,
    int checkpointEvery) {

  /** How the learning rate falls after the warm-up. */
  public enum Schedule {
    CONSTANT,
    LINEAR,
    COSINE
  }

  /** A sound start for a small model and a few hundred conversations. */
  public static final TrainingSpec DEFAULT =
      new TrainingSpec(
          LoraSpec.DEFAULT,
          3,
          OptionalInt.empty(),
          2e-4,
          Schedule.COSINE,
          0.05,
          4,
          1,
          1.0,
          0.0,
          512,
          42,
          20,
          20);
}
