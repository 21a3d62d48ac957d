package studio.timbre.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import studio.timbre.model.ApiMethod;
import studio.timbre.model.ApiNumbers;
import studio.timbre.model.ApiRecipe;
import studio.timbre.model.Grader;

public class ApiRecipeJsonTest {
  private static final Grader EXACT =
      new Grader.StringCheck(
          "exact",
          "{{sample.output_text}}",
          "{{item.reference_answer}}",
          Grader.StringCheck.Operation.ILIKE);

  /** Everything that a recipe can hold. */
  public static final ApiRecipe FULL =
      new ApiRecipe(
          "o4-mini",
          new ApiMethod.Reinforcement(
              new Grader.Multi(
                  "both",
                  Map.of(
                      "exact",
                      EXACT,
                      "alike",
                      new Grader.TextSimilarity(
                          "alike", "a", "b", Grader.TextSimilarity.Metric.ROUGE_L),
                      "judge",
                      new Grader.ScoreModel("judge", "gpt-4.1", "Say a number.", 0, 10),
                      "code",
                      new Grader.Python(
                          "code",
                          "def grade(sample, item):\n  return 1",
                          Optional.of("2025-05-08"))),
                  "0.5 * exact + 0.5 * alike"),
              Optional.of("{\"type\":\"object\"}"),
              Optional.of(ApiMethod.Effort.LOW),
              OptionalDouble.of(1.5),
              OptionalInt.of(5),
              OptionalInt.of(2)),
          new ApiNumbers(
              OptionalInt.of(3),
              OptionalInt.of(8),
              OptionalDouble.of(1e-5),
              OptionalInt.of(16),
              OptionalInt.of(32)),
          Optional.of("brand"),
          OptionalInt.of(0),
          Map.of("team", "Küche"),
          Optional.of("developerTier"));

  @Test
  void whatIsWrittenIsReadAgain() {
    assertThat(ApiRecipeJson.read(ApiRecipeJson.write(FULL))).isEqualTo(FULL);
    var pairs =
        new ApiRecipe(
            "gpt-4.1",
            new ApiMethod.Preference(OptionalDouble.of(0.1)),
            ApiNumbers.LEFT_TO_PROVIDER,
            Optional.empty(),
            OptionalInt.empty(),
            Map.of(),
            Optional.empty());
    assertThat(ApiRecipeJson.read(ApiRecipeJson.write(pairs))).isEqualTo(pairs);
  }

  @Test
  void whatIsLeftToTheProviderIsNotWritten() {
    assertThat(ApiRecipeJson.write(ApiRecipe.of("m")))
        .isEqualTo("{\"model\":\"m\",\"method\":\"supervised\"}");
  }

  @Test
  void anUnknownMethodIsRefused() {
    assertThatThrownBy(() -> ApiRecipeJson.read("{\"method\":\"magic\"}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("magic");
  }
}
