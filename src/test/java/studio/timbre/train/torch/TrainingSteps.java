package studio.timbre.train.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import studio.timbre.Figures;
import studio.timbre.train.Evaluation;
import studio.timbre.train.Example;

/** Trains with the batches of train-steps.json and compares each step with the reference. */
final class TrainingSteps {
  private TrainingSteps() {}

  /**
   * @param schedule as the figures call it
   * @param steps how many of them
   */
  static void compare(RealLlama real, String schedule, int steps) throws Exception {
    var figures = Figures.json("train-steps.json");
    int maxLength = figures.path("maxLength").intValue();
    var examples = real.examples(figures.path("train").textValue(), maxLength);
    var course = figures.path(schedule);
    try (var model = real.withMadeLora(true)) {
      for (int step = 0; step < steps; step++) {
        JsonNode expected = course.path("steps").path(step);
        var batch = RealLlama.pick(examples, figures.path("batches").path(step));
        int answers = batch.stream().mapToInt(Example::answerTokens).sum();

        double loss = model.accumulate(batch, 1.0 / answers) / answers;
        double norm = model.step(expected.path("rate").doubleValue(), 1.0, 0.0);

        assertThat(answers).isEqualTo(expected.path("answerTokens").intValue());
        close(loss, expected.path("loss").doubleValue(), 0.005, "loss of step " + step);
        close(norm, expected.path("gradientNorm").doubleValue(), 0.01, "norm of step " + step);
      }
      if (steps == course.path("steps").size()) {
        var heldOut =
            real.examples(figures.path("heldOut").textValue(), maxLength)
                .subList(0, figures.path("heldOutConversations").intValue());
        var after = Evaluation.of(model, heldOut, 4).loss();
        close(after, course.path("heldOutAfter").doubleValue(), 0.005, "held-out loss after");
      }
    }
  }

  private static void close(double value, double expected, double share, String what) {
    assertThat(value).as(what).isCloseTo(expected, within(share * expected));
  }
}
