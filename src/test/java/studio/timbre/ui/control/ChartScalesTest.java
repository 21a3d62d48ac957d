package studio.timbre.ui.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ChartScalesTest {

  @Test
  void aLogarithmicScalePutsEqualFactorsAtEqualDistances() {
    var scale = new ValueScale(new Span(0.1, 10), true);
    assertThat(scale.share(1)).isEqualTo(0.5, within(1e-12));
    assertThat(scale.value(0.5)).isEqualTo(1, within(1e-12));
    assertThat(scale.share(0)).isNaN();
  }

  @Test
  void theAxisOfLossesHoldsAllValuesAndNeverGoesBelowZeroForThem() {
    var range = new ValueRange();
    range.add(0.01);
    range.add(4);
    var span = range.scale(false).orElseThrow().span();
    assertThat(span.low()).isZero();
    assertThat(span.high()).isGreaterThan(4);
  }

  @Test
  void aLogarithmicAxisLeavesOutWhatIsNotAboveZero() {
    var range = new ValueRange();
    range.add(0);
    range.add(0.5);
    range.add(2);
    var scale = range.scale(true).orElseThrow();
    assertThat(scale.logarithmic()).isTrue();
    assertThat(scale.span().low()).isBetween(0.4, 0.5);
  }

  @Test
  void aConstantCurveStillHasAnAxis() {
    var range = new ValueRange();
    range.add(1.5);
    var span = range.scale(false).orElseThrow().span();
    assertThat(span.low()).isLessThan(1.5);
    assertThat(span.high()).isGreaterThan(1.5);
    assertThat(new ValueRange().scale(false)).isEmpty();
  }

  @Test
  void linesFillWholePixelsAtEveryScaleOfTheScreen() {
    for (double scale : new double[] {1, 1.25, 1.5, 2, 3}) {
      var pixels = new PixelGrid(scale);
      double edge = (pixels.line(123.4) - pixels.lineWidth() / 2) * scale;
      assertThat(edge).as("edge at scale %s", scale).isEqualTo(Math.rint(edge), within(1e-9));
    }
  }

  @Test
  void theCrosshairReadsTheLastEvaluationThatWasKnownThen() {
    var training = new PointSeries("training", PointSeries.Kind.DENSE, 0);
    var heldOut = new PointSeries("held-out", PointSeries.Kind.SPARSE, 1);
    for (int step = 1; step <= 50; step++) {
      training.append(step, 100 - step);
    }
    heldOut.append(20, 2);
    heldOut.append(40, 1);
    var data = new ChartData(training, heldOut);
    assertThat(data.nearest(31.6)).contains(32.0);
    var reading = data.readingAt(32);
    assertThat(reading.values()).extracting(ChartData.Value::y).containsExactly(68.0, 2.0);
    assertThat(reading.values()).extracting(ChartData.Value::x).containsExactly(32.0, 20.0);
    assertThat(data.readingAt(5).values()).hasSize(1);
    assertThat(data.stepFrom(32, -10)).contains(22.0);
    assertThat(data.stepFrom(49, 10)).contains(50.0);
  }
}
