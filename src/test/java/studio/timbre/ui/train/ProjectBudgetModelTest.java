package studio.timbre.ui.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import studio.timbre.app.ProjectBudget.Spent;
import studio.timbre.app.ProjectBudget.Standing;
import studio.timbre.model.PriceRange;
import studio.timbre.ui.fx.Texts;

/** The scripted job costs $3.20; $2.00 were spent before, on jobs and on answers. */
class ProjectBudgetModelTest {
  private static final Optional<Optional<PriceRange>> JOB =
      Optional.of(Optional.of(PriceRange.exactly(3.2)));
  private static final Optional<Optional<PriceRange>> UNPRICED = Optional.of(Optional.empty());

  private final ScriptedApiTrainer trainer = new ScriptedApiTrainer();

  private ApiTrainViewModel model(Locale locale, double budget) {
    trainer.budget = new Standing(OptionalDouble.of(budget), new Spent(1.9, 0), new Spent(0.1, 0));
    var model = ScriptedApiTrainer.model(trainer, Texts.of(locale));
    model.use(ScriptedApiTrainer.OPENAI);
    model.refresh();
    return model;
  }

  @Test
  void aJobWithinTheBudgetCanStart() {
    assertThat(model(Locale.ENGLISH, 5.2).canStart()).isTrue();
  }

  @Test
  void aJobAboveItStartsOnlyAfterANewSumWasTyped() {
    var model = model(Locale.ENGLISH, 5.19);
    assertThat(model.hindrance()).contains(ApiHindrance.OVER_PROJECT_BUDGET);
    model.start();
    assertThat(trainer.started).isEmpty();
    var budget = model.projectBudget();
    assertThat(budget.canKeep(JOB)).as("a press alone does nothing").isFalse();
    for (var words : new String[] {"yes", "raise it", "5.19", "0", "-9", "1e400", "NaN"}) {
      budget.text().set(words);
      assertThat(budget.canKeep(JOB)).as(words).isFalse();
    }
    budget.text().set("$5.20");
    assertThat(budget.canKeep(JOB)).isTrue();
    budget.keep();
    assertThat(trainer.budget.usd()).hasValue(5.2);
    assertThat(budget.text().get()).isEmpty();
    assertThat(model.canStart()).isTrue();
    model.start();
    assertThat(trainer.started).hasSize(1);
  }

  @Test
  void aJobOfUnknownPriceTakesTheWordsAndNoSumWillDo() {
    trainer.price = choice -> Optional.empty();
    var model = model(Locale.forLanguageTag("pt-BR"), 1_000);
    assertThat(model.hindrance()).contains(ApiHindrance.OVER_PROJECT_BUDGET);
    var budget = model.projectBudget();
    budget.text().set("1000000");
    assertThat(budget.canKeep(UNPRICED)).isFalse();
    budget.text().set(" Sem  orcamento ");
    assertThat(budget.canKeep(UNPRICED)).isTrue();
    budget.keep();
    assertThat(trainer.budget.usd()).isEmpty();
    assertThat(model.canStart()).isTrue();
  }

  @Test
  void aSumIsWrittenAsTheLanguageWritesIt() {
    var model = model(Locale.forLanguageTag("pt-BR"), 3);
    model.projectBudget().text().set("US$ 1.250,50");
    model.projectBudget().keep();
    assertThat(trainer.budget.usd()).hasValue(1_250.5);
  }
}
