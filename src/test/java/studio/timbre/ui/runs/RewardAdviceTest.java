package studio.timbre.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import studio.timbre.ui.runs.Advice.Kind;

class RewardAdviceTest {

  @Test
  void risingRewardsAreGoodNewsAlsoBelowZero() {
    var advice = RewardAdvice.of(every10(-0.4, -0.1, 0.0, 0.3), false);
    assertThat(advice.kind()).isEqualTo(Kind.FALLING);
    assertThat(advice.change()).isCloseTo(0.7, within(1e-9));
    assertThat(RewardAdvice.of(every10(-0.4, -0.1, 0.0, 0.3), true).kind())
        .isEqualTo(Kind.FALLING_AT_THE_END);
  }

  @Test
  void namesTheBestStepOnceRewardsSink() {
    var advice = RewardAdvice.of(every10(0.2, 0.6, 0.8, 0.7, 0.6), false);
    assertThat(advice.kind()).isEqualTo(Kind.RISING);
    assertThat(advice.step()).isEqualTo(30);
  }

  @Test
  void saysSinceWhenNothingMoves() {
    var advice = RewardAdvice.of(every10(0.2, 0.8, 0.801, 0.799, 0.8), false);
    assertThat(advice.kind()).isEqualTo(Kind.FLAT);
    assertThat(advice.step()).isEqualTo(20);
  }

  @Test
  void warnsOfRewardsThatOnlyWentDown() {
    assertThat(RewardAdvice.of(every10(0.5, 0.4, 0.3), false).kind()).isEqualTo(Kind.WORSE);
  }

  @Test
  void waitsForSeveralMeasurements() {
    assertThat(RewardAdvice.of(every10(0.5, 0.6), false).kind()).isEqualTo(Kind.TOO_EARLY);
  }

  private static NavigableMap<Integer, Double> every10(double... rewards) {
    var all = new TreeMap<Integer, Double>();
    for (double reward : rewards) {
      all.put(10 * (all.size() + 1), reward);
    }
    return all;
  }
}
