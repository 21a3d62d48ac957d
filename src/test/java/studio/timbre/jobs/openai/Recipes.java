package studio.timbre.jobs.openai;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import studio.timbre.model.ApiMethod;
import studio.timbre.model.ApiNumbers;
import studio.timbre.model.ApiRecipe;
import studio.timbre.model.Grader;

/** Recipes as tests want them. */
final class Recipes {
  static final ApiNumbers NUMBERS =
      new ApiNumbers(OptionalInt.of(2), OptionalInt.of(8), OptionalDouble.of(0.002));
  static final Grader.StringCheck EXACT =
      new Grader.StringCheck(
          "exact",
          "{{sample.output_text}}",
          "{{item.reference_answer}}",
          Grader.StringCheck.Operation.ILIKE);
  static final Grader.TextSimilarity ALIKE =
      new Grader.TextSimilarity(
          "alike",
          "{{sample.output_text}}",
          "{{item.reference_answer}}",
          Grader.TextSimilarity.Metric.ROUGE_L);
  static final Grader.ScoreModel JUDGE =
      new Grader.ScoreModel("judge", "gpt-4o-2024-08-06", "Grade {{sample.output_text}}", -1, 5);
  static final Grader.Python FUNCTION =
      new Grader.Python(
          "function", "def grade(sample, item):\n    return 1.0\n", Optional.of("2025-05-08"));

  private Recipes() {}

  static Grader.Multi several() {
    var parts = new LinkedHashMap<String, Grader>();
    parts.put("exact", EXACT);
    parts.put("judge", JUDGE);
    return new Grader.Multi("both", parts, "0.5 * exact + max(judge, 1e-3) / 2 ^ 3");
  }

  static ApiMethod.Reinforcement graded(Grader grader) {
    return new ApiMethod.Reinforcement(
        grader,
        Optional.empty(),
        Optional.empty(),
        OptionalDouble.empty(),
        OptionalInt.empty(),
        OptionalInt.empty());
  }

  static ApiRecipe of(ApiMethod method, ApiNumbers numbers) {
    return new ApiRecipe(
        "model",
        method,
        numbers,
        Optional.empty(),
        OptionalInt.empty(),
        Map.of(),
        Optional.empty());
  }

  static ApiRecipe of(ApiMethod method) {
    return of(method, ApiNumbers.LEFT_TO_PROVIDER);
  }
}
