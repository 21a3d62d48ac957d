package studio.timbre.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class EnvelopeTest {

  @Test
  void keepsFirstLowestHighestAndLastOfEachColumn() {
    var envelope = new Envelope();
    double[] xs = {0, 1, 2, 3, 4, 5, 6, 7, 8};
    double[] ys = {5, 9, 1, 4, 7, 7, 2, 8, 3};
    envelope.compute(xs, ys, 0, xs.length, new Span(0, 8), 2);
    assertThat(column(envelope, 0)).containsExactly(5, 1, 9, 4);
    assertThat(column(envelope, 1)).containsExactly(7, 2, 8, 3);
  }

  @Test
  void leavesColumnsWithoutPointsEmpty() {
    var envelope = new Envelope();
    envelope.compute(new double[] {0, 9}, new double[] {1, 2}, 0, 2, new Span(0, 10), 10);
    assertThat(envelope.isEmpty(0)).isFalse();
    assertThat(envelope.isEmpty(4)).isTrue();
    assertThat(envelope.isEmpty(9)).isFalse();
  }

  @Test
  void losesNoSpikeAmongAMillionPoints() {
    var random = new Random(7);
    var xs = new double[1_000_000];
    var ys = new double[xs.length];
    for (int index = 0; index < xs.length; index++) {
      xs[index] = index;
      ys[index] = random.nextDouble();
    }
    ys[654_321] = 40;
    ys[123_456] = -40;
    var envelope = new Envelope();
    envelope.compute(xs, ys, 0, xs.length, new Span(0, xs.length - 1), 800);
    assertThat(envelope.high(654_321 * 800 / 999_999)).isEqualTo(40);
    assertThat(envelope.low(123_456 * 800 / 999_999)).isEqualTo(-40);
  }

  @Test
  void forgetsTheFrameBefore() {
    var envelope = new Envelope();
    envelope.compute(new double[] {0, 1, 2}, new double[] {9, 9, 9}, 0, 3, new Span(0, 2), 3);
    envelope.compute(new double[] {0, 1, 2}, new double[] {1, 9, 9}, 0, 1, new Span(0, 2), 3);
    assertThat(envelope.high(0)).isEqualTo(1);
    assertThat(envelope.isEmpty(1)).isTrue();
  }

  private static double[] column(Envelope envelope, int column) {
    return new double[] {
      envelope.first(column), envelope.low(column), envelope.high(column), envelope.last(column)
    };
  }
}
