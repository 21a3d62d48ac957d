package studio.timbre.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import studio.timbre.model.ApiAttention;
import studio.timbre.model.ApiRun;
import studio.timbre.model.RunState;
import studio.timbre.ui.fx.Texts;

class RunMoneyTest {
  private final Texts texts = Texts.of(Locale.ENGLISH);

  private static ApiRun run(RunState state) {
    return MadeJobs.job("one", state, ApiAttention.NOBODY, 35, MadeJobs::created);
  }

  private RunMoney money(ApiRun run, int done, int total) {
    return RunMoney.of(run, done, total, texts);
  }

  @Test
  void whileItRunsTheShareOfTheStepsIsToldOfWhatWasReckoned() {
    assertThat(money(run(RunState.RUNNING), 35, 140))
        .isEqualTo(new RunMoney("≈\u00a0$0.80", "about this so far, of $3.20"));
    assertThat(money(run(RunState.RUNNING), 150, 140).amount()).isEqualTo("≈\u00a0$3.20");
    assertThat(money(run(RunState.RUNNING), 35, 0))
        .isEqualTo(new RunMoney("$3.20", "as reckoned before"));
  }

  @Test
  void whereTheProviderTellsTheTrainedTokensTheyCountFromTheBeginning() {
    var told = MadeJobs.trained(run(RunState.RUNNING), 30_000, OptionalDouble.of(0.75));
    assertThat(money(told, 35, 140))
        .isEqualTo(new RunMoney("≈\u00a0$0.75", "by 30,000 trained tokens"));
    var none = MadeJobs.trained(run(RunState.RUNNING), 0, OptionalDouble.of(0));
    assertThat(money(none, 35, 140).amount()).isEqualTo("≈\u00a0$0.80");
  }

  @Test
  void atTheEndTheTrainedTokensCount() {
    assertThat(
            money(
                MadeJobs.trained(run(RunState.FINISHED), 127_400, OptionalDouble.of(3.18)),
                140,
                140))
        .isEqualTo(new RunMoney("$3.18", "by 127,400 trained tokens"));
  }

  @Test
  void saysWhatIsNotKnownAtTheEnd() {
    assertThat(
            money(
                MadeJobs.trained(run(RunState.FINISHED), 127_400, OptionalDouble.empty()),
                140,
                140))
        .isEqualTo(new RunMoney("", "127,400 trained tokens, price not known"));
    assertThat(money(run(RunState.FINISHED), 140, 140))
        .isEqualTo(new RunMoney("$3.20", "as reckoned before; trained tokens not told"));
  }

  @Test
  void aCancelledJobCostsAtMostWhatWasDone() {
    assertThat(money(run(RunState.CANCELLED), 35, 140))
        .isEqualTo(new RunMoney("≤\u00a0$0.80", "at most about this, of $3.20"));
    assertThat(money(run(RunState.CANCELLED), 35, 0).amount()).isEqualTo("≤\u00a0$3.20");
    assertThat(
            money(
                MadeJobs.trained(run(RunState.CANCELLED), 30_000, OptionalDouble.of(0.75)),
                35,
                140))
        .isEqualTo(new RunMoney("≤\u00a0$0.75", "at most about this, by 30,000 trained tokens"));
    assertThat(
            money(
                MadeJobs.job("one", RunState.CANCELLED, ApiAttention.NOBODY, 0, now -> now),
                0,
                140))
        .isEqualTo(new RunMoney("$0.00", "nothing began there"));
  }
}
