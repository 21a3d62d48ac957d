package studio.timbre.ui.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import studio.timbre.ui.control.PointSeries.Kind;

class PointSeriesTest {

  @Test
  void smoothsAsTheExponentiallyWeightedMeanOfPandas() {
    // The example of the pandas reference, ewm(com=0.5, ignore_na=True).mean() of 0, 1, 2, NaN, 4:
    // com 0.5 is a weight of 1/3.
    var series = dense(0, 1, 2, 4);
    series.smoothWith(1 / 3.0);
    assertThat(smoothed(series))
        .containsExactly(new double[] {0, 0.75, 1.615385, 3.225}, within(1e-6));
  }

  @Test
  void smoothsNewPointsAsIfAllHadBeenThereFromTheStart() {
    var atOnce = dense(3, 1, 4, 1, 5, 9, 2, 6);
    atOnce.smoothWith(0.9);
    var oneByOne = new PointSeries("", Kind.DENSE, 0);
    oneByOne.smoothWith(0.9);
    for (int index = 0; index < atOnce.size(); index++) {
      oneByOne.append(index, atOnce.y(index));
    }
    assertThat(smoothed(oneByOne)).containsExactly(smoothed(atOnce), within(1e-12));
  }

  @Test
  void keepsEveryMeasuredValueAsItWas() {
    var series = dense(3, 1, 4);
    series.smoothWith(0.95);
    assertThat(series.y(1)).isEqualTo(1);
    series.smoothWith(0);
    assertThat(smoothed(series)).containsExactly(3, 1, 4);
  }

  @Test
  void neverSmoothsSparsePoints() {
    var series = new PointSeries("", Kind.SPARSE, 1);
    series.append(0, 2);
    series.append(20, 1);
    series.smoothWith(0.9);
    assertThat(smoothed(series)).containsExactly(2, 1);
  }

  @Test
  void aRunThatGoesOnFromACheckpointTakesBackWhatCameAfterIt() {
    var series = dense(9, 8, 7, 6, 5);
    series.append(2, 1);
    assertThat(series.size()).isEqualTo(3);
    assertThat(series.x(2)).isEqualTo(2);
    assertThat(series.y(2)).isEqualTo(1);
  }

  @Test
  void aLossThatIsNoNumberIsLeftOut() {
    var series = dense(2, 1);
    series.append(2, Double.NaN);
    series.append(3, Double.POSITIVE_INFINITY);
    assertThat(series.size()).isEqualTo(2);
  }

  @Test
  void growsPastItsFirstBuffer() {
    var series = new PointSeries("", Kind.DENSE, 0);
    for (int step = 1; step <= 10_000; step++) {
      series.append(step, 1.0 / step);
    }
    assertThat(series.size()).isEqualTo(10_000);
    assertThat(series.y(9_999)).isEqualTo(1e-4);
  }

  @Test
  void findsPointsByTheirPlace() {
    var series = new PointSeries("", Kind.SPARSE, 0);
    series.append(10, 1);
    series.append(20, 2);
    series.append(30, 3);
    assertThat(series.indexFrom(11)).isEqualTo(1);
    assertThat(series.indexFrom(31)).isEqualTo(3);
    assertThat(series.indexUpTo(29)).isEqualTo(1);
    assertThat(series.indexUpTo(9)).isEqualTo(-1);
    assertThat(series.indexNear(14)).isZero();
    assertThat(series.indexNear(16)).isEqualTo(1);
    assertThat(series.indexNear(99)).isEqualTo(2);
  }

  private static PointSeries dense(double... ys) {
    var series = new PointSeries("", Kind.DENSE, 0);
    for (int index = 0; index < ys.length; index++) {
      series.append(index, ys[index]);
    }
    return series;
  }

  private static double[] smoothed(PointSeries series) {
    var values = new double[series.size()];
    for (int index = 0; index < values.length; index++) {
      values[index] = series.smoothed(index);
    }
    return values;
  }
}
