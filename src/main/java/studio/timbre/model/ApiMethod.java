package studio.timbre.model;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** What a provider is asked to learn from. */
public sealed interface ApiMethod {

  /** Answers as they should be. */
  record Supervised() implements ApiMethod {}

  /**
   * Pairs of a preferred and a rejected answer to the same prompt: direct preference optimisation.
   *
   * @param beta above 0 and up to 2, higher stays closer to the old behaviour; empty leaves it to the provider
   */
  record Preference(OptionalDouble beta) implements ApiMethod {}

  /**
   * Answers that the model finds by itself and that a grader scores.
   *
   * @param answerSchema JSON schema that every answer has to keep to, as raw JSON
   * @param effort empty leaves it to the provider
   * @param computeMultiplier above 0.00001 and up to 10
   * @param evaluationInterval steps between evaluations, from 1 on
   * @param evaluationSamples answers to each validation prompt, from 1 on
   */
  record Reinforcement(
      Grader grader,
      Optional<String> answerSchema,
      Optional<Effort> effort,
      OptionalDouble computeMultiplier,
      OptionalInt evaluationInterval,
      OptionalInt evaluationSamples)
      implements ApiMethod {}

  /** As the catalogue and providers write it. */
  default String word() {
    return switch (this) {
      case Supervised _ -> "supervised";
      case Preference _ -> "dpo";
      case Reinforcement _ -> "reinforcement";
    };
  }

  /** How much a reasoning model thinks before it answers. */
  enum Effort {
    LOW,
    MEDIUM,
    HIGH
  }
}
