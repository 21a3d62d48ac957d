package studio.timbre.train;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StepPlanTest {

  @Test
  void whatIsLeftOverMakesAStepOfItsOwn() {
    var plan = StepPlan.of(203, Specs.of(s -> s.epochs(3).batchSize(4).accumulation(2)));

    assertThat(plan).isEqualTo(new StepPlan(51, 26, 78));
    assertThat(plan.epochs(39)).isEqualTo(1.5);
  }

  @Test
  void endsAtTheStepsAskedForButNeverBeyondTheEpochs() {
    assertThat(StepPlan.of(10, Specs.of(s -> s.maxSteps(3))).totalSteps()).isEqualTo(3);
    assertThat(StepPlan.of(10, Specs.of(s -> s.maxSteps(900))).totalSteps()).isEqualTo(5);
  }
}
