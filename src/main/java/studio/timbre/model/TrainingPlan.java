package studio.timbre.model;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a run on this computer would be, before it is started.
 *
 * @param examples conversations that are learned
 * @param heldOut conversations that it is measured with
 * @param overLength conversations that would be cut to the longest length
 * @param withoutAnswer conversations left out because nothing in them is trained
 * @param tokensPerEpoch after cutting, by the base model's own tokenizer
 * @param answerTokensPerEpoch tokens that the loss looks at
 * @param steps optimiser steps in all
 * @param seconds a guess from the measured speed of this computer, or from its cores where nothing was measured yet
 * @param measured true where the speed was measured here
 * @param peakMemoryBytes the most that the worker would hold
 * @param availableMemoryBytes free on this computer now
 * @param refusal why it cannot start, if it cannot
 */
public record TrainingPlan(
    int examples,
    int heldOut,
    int overLength,
    int withoutAnswer,
    long tokensPerEpoch,
    long answerTokensPerEpoch,
    int steps,
    OptionalDouble seconds,
    boolean measured,
    long peakMemoryBytes,
    long availableMemoryBytes,
    Optional<UserFacingException> refusal) {

  private static final int FEW = 10;

  /** True where a model would repeat the few conversations that there are rather than learn a voice from them: a warning. */
  public boolean hasFewExamples() {
    return examples > 0 && examples < FEW;
  }
}
