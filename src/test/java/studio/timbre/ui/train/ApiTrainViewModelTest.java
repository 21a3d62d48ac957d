package studio.timbre.ui.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import studio.timbre.app.Finding;
import studio.timbre.model.ApiMethod;
import studio.timbre.model.ApiRecipe;
import studio.timbre.model.JobLimits;
import studio.timbre.ui.fx.Texts;

class ApiTrainViewModelTest {
  private final ScriptedApiTrainer trainer = new ScriptedApiTrainer();
  private final ApiTrainViewModel model =
      ScriptedApiTrainer.model(trainer, Texts.of(Locale.ENGLISH));

  private ApiRecipe recipe() {
    return model.form().recipe().get().orElseThrow();
  }

  @Test
  void offersTheOpenModelThatCostsLeastWithEverythingLeftToTheProvider() {
    model.use(ScriptedApiTrainer.OPENAI);
    assertThat(trainer.asked).as("asked once, without cost").isEqualTo(1);
    assertThat(recipe()).isEqualTo(ApiRecipe.of("gpt-4o-mini-2024-07-18"));
    assertThat(model.canStart()).isTrue();
    assertThat(model.offers().all().get())
        .filteredOn(offer -> !ApiOffers.isOpen(offer))
        .as("closed ones are known and folded away")
        .isNotEmpty();
  }

  @Test
  void whatTheProviderSaysOfTheAccountGoesWithTheChoiceAndIsAskedAgainAfterAJob() {
    var full = new JobLimits(OptionalInt.of(8), OptionalInt.of(3), OptionalInt.of(3));
    model.use(ScriptedApiTrainer.OPENAI);
    assertThat(model.choice().orElseThrow().limits()).isEmpty();
    trainer.limits = Optional.of(full);
    model.offers().ask();
    assertThat(model.choice().orElseThrow().limits()).contains(full);
    assertThat(ApiTexts.limits(Texts.of(Locale.ENGLISH), model.offer().orElseThrow()))
        .isEqualTo("3 of 3 jobs at once in use\nAt most 8 jobs in all");
    assertThat(model.canStart()).as("a full account is a warning").isTrue();
    int before = trainer.asked;
    model.start();
    assertThat(trainer.started).hasSize(1);
    assertThat(trainer.asked).isEqualTo(before + 1);
  }

  @Test
  void whatIsProposedGivesWayToWhatTheProviderNamesAndAChoiceStays() {
    trainer.listed = Set.of("gpt-4.1-2025-04-14", "gpt-4.1-mini-2025-04-14");
    model.use(ScriptedApiTrainer.OPENAI);
    assertThat(recipe().model()).isEqualTo("gpt-4.1-mini-2025-04-14");
    model.form().model().set("gpt-4o-mini-2024-07-18");
    model.offers().ask();
    assertThat(recipe().model()).as("chosen by a person").isEqualTo("gpt-4o-mini-2024-07-18");
  }

  @Test
  void theStrongPresetSetsAFactorWhereOneIsMeantAndNeverARate() {
    model.use(ScriptedApiTrainer.OPENAI);
    model.form().use(ApiPreset.STRONG);
    assertThat(recipe().numbers().epochs()).hasValue(5);
    assertThat(recipe().numbers().learningRate()).hasValue(2);
    assertThat(model.form().preset()).contains(ApiPreset.STRONG);
    model.use(ScriptedApiTrainer.NEBIUS);
    model.form().model().set("meta-llama/Llama-3.1-8B-Instruct");
    for (var preset : ApiPreset.values()) {
      model.form().use(preset);
      assertThat(recipe().numbers().learningRate()).as("%s at Nebius", preset).isEmpty();
      assertThat(model.form().preset()).contains(preset);
    }
  }

  @Test
  void theSizeOfTheAdapterIsChosenAtNebius() {
    model.use(ScriptedApiTrainer.OPENAI);
    assertThat(model.form().offered()).doesNotContain(ApiNumber.RANK, ApiNumber.ALPHA);
    model.use(ScriptedApiTrainer.NEBIUS);
    model.form().model().set("meta-llama/Llama-3.1-8B-Instruct");
    assertThat(model.form().offered()).contains(ApiNumber.RANK, ApiNumber.ALPHA);
    model.form().text(ApiNumber.RANK).set("16");
    model.form().text(ApiNumber.ALPHA).set("32");
    assertThat(recipe().numbers().adapterRank()).hasValue(16);
    assertThat(recipe().numbers().adapterAlpha()).hasValue(32);
    assertThat(model.form().preset()).as("numbers of one's own").isEmpty();
    var made = recipe();
    model.form().text(ApiNumber.RANK).set("1000");
    assertThat(model.form().recipe().get()).isEmpty();
    model.form().use(ApiPreset.BALANCED);
    assertThat(recipe().numbers().hasAdapter()).isFalse();
    model.form().fill(made);
    assertThat(recipe()).isEqualTo(made);
    model.use(ScriptedApiTrainer.OPENAI);
    assertThat(model.form().recipe().get().orElseThrow().numbers().hasAdapter()).isFalse();
  }

  @Test
  void anotherConnectionTakesNoNumberOverThatMeansSomethingElseThere() {
    model.use(ScriptedApiTrainer.OPENAI);
    model.form().text(ApiNumber.FACTOR).set("2");
    model.use(ScriptedApiTrainer.NEBIUS);
    assertThat(model.form().offered()).contains(ApiNumber.RATE).doesNotContain(ApiNumber.FACTOR);
    assertThat(model.form().text(ApiNumber.RATE).get()).isEmpty();
    model.form().model().set("meta-llama/Llama-3.1-8B-Instruct");
    model.form().text(ApiNumber.RATE).set("1.0");
    assertThat(model.form().recipe().get()).as("1.0 would wreck the run").isEmpty();
    assertThat(model.hindrance()).contains(ApiHindrance.WRONG_NUMBER);
    model.form().text(ApiNumber.RATE).set("0.00002");
    assertThat(recipe().numbers().learningRate()).hasValue(2e-5);
  }

  @Test
  void onlyMethodsThatProviderAndModelOfferCanBeChosen() {
    model.use(ScriptedApiTrainer.OPENAI);
    model.form().model().set("gpt-4o-mini-2024-07-18");
    assertThat(model.methods()).containsExactly(ApiMethodKind.SUPERVISED);
    model.form().model().set("gpt-4.1-mini-2025-04-14");
    assertThat(model.methods()).containsExactly(ApiMethodKind.SUPERVISED, ApiMethodKind.PREFERENCE);
    model.form().method().set(ApiMethodKind.PREFERENCE);
    model.form().text(ApiNumber.BETA).set("0.3");
    assertThat(recipe().method()).isEqualTo(new ApiMethod.Preference(OptionalDouble.of(0.3)));
  }

  @Test
  void aJobAboveItsBudgetCannotStartAndSaysSo() {
    model.use(ScriptedApiTrainer.OPENAI);
    model.budget().text().set("3");
    assertThat(model.hindrance()).contains(ApiHindrance.OVER_BUDGET);
    assertThat(model.canStart()).isFalse();
    model.start();
    assertThat(trainer.started).isEmpty();
    model.budget().text().set("3.50");
    assertThat(model.hindrance()).isEmpty();
    model.start();
    assertThat(trainer.started.getFirst().budgetUsd()).hasValue(3.5);
    model.budget().text().set("three");
    assertThat(model.hindrance()).contains(ApiHindrance.WRONG_BUDGET);
    assertThat(model.canStart()).isFalse();
  }

  @Test
  void aBudgetHasToHoldTheUpperEndOfARoughPrice() {
    trainer.countRoughly();
    model.use(ScriptedApiTrainer.NEBIUS);
    model.budget().text().set("0.50");
    assertThat(model.hindrance()).contains(ApiHindrance.OVER_BUDGET);
    assertThat(model.canStart()).isFalse();
    model.budget().text().set("0.63");
    assertThat(model.hindrance()).isEmpty();
    assertThat(model.canStart()).isTrue();
  }

  @Test
  void aBudgetCannotHoldAPriceThatIsNotKnown() {
    trainer.price = choice -> Optional.empty();
    model.use(ScriptedApiTrainer.AZURE);
    assertThat(model.canStart()).isTrue();
    model.budget().text().set("5");
    assertThat(model.hindrance()).contains(ApiHindrance.BUDGET_WITHOUT_PRICE);
  }

  @Test
  void whatBlocksHoldsTheJobBack() {
    trainer.findings.add(
        new Finding(
            Finding.Severity.BLOCKING,
            "preflight.tooFew",
            List.of(7, 10),
            Optional.empty(),
            List.of(),
            List.of(),
            0));
    model.use(ScriptedApiTrainer.OPENAI);
    assertThat(model.hindrance()).contains(ApiHindrance.BLOCKED);
    assertThat(model.canStart()).isFalse();
  }

  @Test
  void startsWhatWasChosenUnderTheNameThatItSuggests() {
    model.use(ScriptedApiTrainer.OPENAI);
    model.form().model().set("gpt-4.1-mini-2025-04-14");
    model.form().text(ApiNumber.EPOCHS).set("4");
    model.form().text(ApiNumber.SEED).set("7");
    model.form().suffix().set(" voice ");
    model.validate().set(false);
    assertThat(model.name().get()).isEqualTo("Marketing account, run 1");
    model.start();
    var choice = trainer.started.getFirst();
    assertThat(choice.connection()).isEqualTo(ScriptedApiTrainer.OPENAI);
    assertThat(choice.validate()).isFalse();
    assertThat(choice.recipe().suffix()).contains("voice");
    assertThat(choice.recipe().seed()).isEqualTo(OptionalInt.of(7));
    assertThat(choice.recipe().numbers().epochs()).hasValue(4);
    assertThat(model.name().get()).isEqualTo("Marketing account, run 2");
  }

  @Test
  void aSuffixThatAzureDoesNotTakeIsSeen() {
    model.use(ScriptedApiTrainer.AZURE);
    model.form().suffix().set("our voice");
    assertThat(model.hindrance()).contains(ApiHindrance.WRONG_NUMBER);
    model.form().suffix().set("our-voice");
    assertThat(model.hindrance()).isEmpty();
  }

  @Test
  void theFormOfAnswersIsAJsonObjectOrNothing() {
    model.use(ScriptedApiTrainer.AZURE);
    model.form().model().set("o4-mini-2025-04-16");
    model.form().method().set(ApiMethodKind.REINFORCEMENT);
    model.grader().kind().set(GraderKind.PYTHON);
    model.grader().source().set("def grade(sample, item):\n  return 1");
    assertThat(((ApiMethod.Reinforcement) recipe().method()).answerSchema()).isEmpty();
    for (var wrong : List.of("{\"type\":", "[]", "{} {}", "object")) {
      model.form().schema().set(wrong);
      assertThat(model.form().recipe().get()).as(wrong).isEmpty();
      assertThat(model.hindrance()).contains(ApiHindrance.WRONG_SCHEMA);
    }
    model.form().schema().set("{\"type\":\"object\"}");
    assertThat(((ApiMethod.Reinforcement) recipe().method()).answerSchema())
        .contains("{\"type\":\"object\"}");
    model.form().method().set(ApiMethodKind.SUPERVISED);
    model.form().schema().set("{");
    assertThat(model.hindrance()).as("supervised training asks for none").isEmpty();
  }
}
