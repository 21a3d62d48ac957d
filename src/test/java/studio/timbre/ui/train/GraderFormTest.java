package studio.timbre.ui.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import studio.timbre.model.ApiMethod;
import studio.timbre.model.Grader;
import studio.timbre.model.Grader.StringCheck.Operation;
import studio.timbre.model.Grader.TextSimilarity.Metric;
import studio.timbre.ui.fx.Texts;

class GraderFormTest {
  private final GraderForm form = new GraderForm(Locale.ENGLISH, "grader");

  @Test
  void comparesTheAnswerWithOursUnlessSomethingElseIsWritten() {
    assertThat(form.grader().get())
        .contains(
            new Grader.TextSimilarity(
                "grader",
                "{{sample.output_text}}",
                "{{item.reference_answer}}",
                Metric.FUZZY_MATCH));
    form.kind().set(GraderKind.STRING_CHECK);
    form.operation().set(Operation.ILIKE);
    form.reference().set("{{item.tone}}");
    assertThat(form.grader().get())
        .contains(
            new Grader.StringCheck(
                "grader", "{{sample.output_text}}", "{{item.tone}}", Operation.ILIKE));
  }

  @Test
  void aModelThatScoresNeedsItsNameAndWhatItIsTold() {
    form.kind().set(GraderKind.SCORE_MODEL);
    assertThat(form.grader().get()).isEmpty();
    form.judge().set("gpt-4.1-mini");
    form.instruction().set("How warm is this, from 0 to 10? {{sample.output_text}}");
    form.high().set("10");
    assertThat(form.grader().get())
        .contains(
            new Grader.ScoreModel(
                "grader",
                "gpt-4.1-mini",
                "How warm is this, from 0 to 10? {{sample.output_text}}",
                0,
                10));
  }

  @Test
  void severalGradersAreWholeOnceEachOfThemAndTheFormulaIs() {
    form.kind().set(GraderKind.MULTI);
    form.addPart();
    form.addPart();
    form.formula().set("0.7 * part_1 + 0.3 * part_2");
    form.parts().get(1).kind().set(GraderKind.PYTHON);
    assertThat(form.grader().get()).isEmpty();
    form.parts().get(1).source().set("def grade(sample, item): return 1.0");
    var several = (Grader.Multi) form.grader().get().orElseThrow();
    assertThat(several.parts().keySet()).containsExactly("part_1", "part_2");
    form.parts().get(1).name().set("part_1");
    assertThat(form.grader().get()).as("two of one name").isEmpty();
  }

  @Test
  void aReinforcementJobWaitsForItsGrader() {
    var trainer = new ScriptedApiTrainer();
    var model = ScriptedApiTrainer.model(trainer, Texts.of(Locale.ENGLISH));
    model.use(ScriptedApiTrainer.AZURE);
    model.form().model().set("o4-mini-2025-04-16");
    assertThat(model.methods()).containsExactly(ApiMethodKind.REINFORCEMENT);
    model.form().method().set(ApiMethodKind.REINFORCEMENT);
    assertThat(model.graderFields()).contains("{{item.tone}}");
    model.grader().kind().set(GraderKind.PYTHON);
    assertThat(model.hindrance()).contains(ApiHindrance.NO_GRADER);
    model.grader().source().set("def grade(sample, item): return 1.0");
    model.form().effort().set(Optional.of(ApiMethod.Effort.LOW));
    model.form().text(ApiNumber.EVALUATION_INTERVAL).set("5");
    var method = (ApiMethod.Reinforcement) model.form().recipe().get().orElseThrow().method();
    assertThat(method.effort()).contains(ApiMethod.Effort.LOW);
    assertThat(method.evaluationInterval()).hasValue(5);
    assertThat(method.grader()).isInstanceOf(Grader.Python.class);
  }
}
