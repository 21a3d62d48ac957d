package studio.timbre.model;

import java.util.Map;
import java.util.Optional;

/**
 * Scores an answer for reinforcement fine-tuning. Texts are templates that reach into the training line and the answer, as {@code
 * {{item.reference_answer}}} and {@code {{sample.output_text}}}. Names and fields are those of OpenAI's interface of 2026-08.
 */
public sealed interface Grader {
  String name();

  /** 1 where the texts compare as asked, else 0. */
  record StringCheck(String name, String input, String reference, Operation operation)
      implements Grader {
    /** How the texts are compared. */
    public enum Operation {
      EQ,
      NE,
      LIKE,
      ILIKE
    }
  }

  /** How much the texts are alike, from 0 to 1. */
  record TextSimilarity(String name, String input, String reference, Metric metric)
      implements Grader {
    /** How likeness is measured. */
    public enum Metric {
      FUZZY_MATCH,
      BLEU,
      GLEU,
      METEOR,
      ROUGE_1,
      ROUGE_2,
      ROUGE_3,
      ROUGE_4,
      ROUGE_5,
      ROUGE_L
    }
  }

  /**
   * Another model gives a number.
   *
   * @param instruction what it is told, a template
   * @param low the lowest number that it may give
   * @param high the highest
   */
  record ScoreModel(String name, String model, String instruction, double low, double high)
      implements Grader {}

  /**
   * A function {@code grade(sample, item)} that gives a number.
   *
   * @param source in Python
   * @param image names the set of libraries it runs with; empty for the provider's own choice
   */
  record Python(String name, String source, Optional<String> image) implements Grader {}

  /**
   * Several graders in one number.
   *
   * @param parts by the names that the formula uses; none of them is again of this kind
   * @param formula over those names: {@code + - * / ^}, min, max, abs, floor, ceil, exp, sqrt, log
   */
  record Multi(String name, Map<String, Grader> parts, String formula) implements Grader {}
}
