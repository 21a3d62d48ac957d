package studio.timbre.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The expected figures of the linear axis are those of d3-array's {@code ticks}. */
class TicksTest {

  @Test
  void standWhereD3PutsThem() {
    assertThat(linear(1, 9, 5)).containsExactly(2, 4, 6, 8);
    assertThat(linear(1, 9, 20))
        .containsExactly(1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5, 5.5, 6, 6.5, 7, 7.5, 8, 8.5, 9);
    assertThat(linear(0, 1, 10)).containsExactly(0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1);
    assertThat(linear(0, 1, 4)).containsExactly(0, 0.2, 0.4, 0.6, 0.8, 1);
    assertThat(linear(0, 1, 2)).containsExactly(0, 0.5, 1);
    assertThat(linear(0, 10, 10)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    assertThat(linear(-10, 10, 5)).containsExactly(-10, -5, 0, 5, 10);
  }

  @Test
  void showAsManyDecimalsAsTellNeighboursApart() {
    assertThat(Ticks.linear(new Span(1.2, 1.4), 4, 0).decimals()).isEqualTo(2);
    assertThat(Ticks.linear(new Span(0, 1), 2, 0).decimals()).isEqualTo(1);
    assertThat(Ticks.linear(new Span(0, 4000), 4, 0).decimals()).isZero();
  }

  @Test
  void neverDivideAStep() {
    assertThat(Ticks.linear(new Span(0, 3), 9, 1).values()).containsExactly(0, 1, 2, 3);
  }

  @Test
  void aLogarithmicAxisShowsRoundNumbersOfEachDecade() {
    assertThat(Ticks.logarithmic(new Span(0.9, 12), 5).values()).containsExactly(1, 2, 5, 10);
    assertThat(Ticks.logarithmic(new Span(0.05, 12), 6).values())
        .containsExactly(0.1, 0.3, 1, 3, 10);
    assertThat(Ticks.logarithmic(new Span(1e-4, 1e4), 5).values())
        .containsExactly(1e-4, 1e-2, 1, 1e2, 1e4);
  }

  @Test
  void aShortLogarithmicAxisFallsBackToEvenDistances() {
    assertThat(Ticks.logarithmic(new Span(1.21, 1.45), 5).values())
        .containsExactly(1.25, 1.3, 1.35, 1.4, 1.45);
  }

  private static double[] linear(double low, double high, int wanted) {
    return Ticks.linear(new Span(low, high), wanted, 0).values();
  }
}
