package studio.timbre.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import studio.timbre.ui.runs.Advice.Kind;

class AdviceTest {

  @Test
  void letsAFallingCurveRun() {
    var advice = Advice.of(every20(2.1, 1.9, 1.75, 1.65), false, true);
    assertThat(advice.kind()).isEqualTo(Kind.FALLING);
    assertThat(advice.change()).isBetween(-0.22, -0.21);
  }

  @Test
  void suggestsMoreWhereItEndedWhileFalling() {
    assertThat(Advice.of(every20(2.1, 1.9, 1.75, 1.65), true, true).kind())
        .isEqualTo(Kind.FALLING_AT_THE_END);
  }

  @Test
  void namesTheBestStepOnceTheCurveHasRisenSeveralTimes() {
    var advice = Advice.of(every20(2.1, 1.8, 1.6, 1.65, 1.7, 1.8), false, true);
    assertThat(advice).isEqualTo(new Advice(Kind.RISING, 40, 1.6 / 2.1 - 1));
  }

  @Test
  void doesNotTakeOneWorseMeasurementForATrend() {
    assertThat(Advice.of(every20(2.1, 1.8, 1.6, 1.63), false, true).kind()).isEqualTo(Kind.FALLING);
  }

  @Test
  void saysSinceWhenNothingMoves() {
    var advice = Advice.of(every20(2.1, 1.6, 1.5, 1.501, 1.499, 1.5), false, true);
    assertThat(advice.kind()).isEqualTo(Kind.FLAT);
    assertThat(advice.step()).isEqualTo(40);
  }

  @Test
  void warnsOfARunThatMadeItWorse() {
    assertThat(Advice.of(every20(2.1, 2.3, 2.5), true, true).kind()).isEqualTo(Kind.WORSE);
  }

  @Test
  void waitsForSeveralMeasurements() {
    assertThat(Advice.of(every20(), false, true).kind()).isEqualTo(Kind.TOO_EARLY);
    assertThat(Advice.of(every20(2.1, 1.9), false, true).kind()).isEqualTo(Kind.TOO_EARLY);
  }

  @Test
  void saysThatNothingIsMeasuredWithoutHeldOutConversations() {
    assertThat(Advice.of(every20(), false, false).kind()).isEqualTo(Kind.NOTHING_HELD_OUT);
  }

  private static NavigableMap<Integer, Double> every20(double... losses) {
    var evaluations = new TreeMap<Integer, Double>();
    for (int index = 0; index < losses.length; index++) {
      evaluations.put(index * 20, losses[index]);
    }
    return evaluations;
  }
}
