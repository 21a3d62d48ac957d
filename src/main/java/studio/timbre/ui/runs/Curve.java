package studio.timbre.ui.runs;

import java.util.TreeMap;
import studio.timbre.ui.control.PointSeries;

/**
 * A curve whose points may come late: a provider tells at the end what was missed on the way, and a series can only grow or be taken
 * back.
 */
final class Curve {
  private final PointSeries series;
  private final TreeMap<Integer, Double> points = new TreeMap<>();

  Curve(PointSeries series) {
    this.series = series;
  }

  void add(int step, double value) {
    boolean isLate = !points.isEmpty() && step <= points.lastKey();
    points.put(step, value);
    if (isLate) {
      series.cutAfter(step - 1.0);
      points.tailMap(step, true).forEach(series::append);
    } else {
      series.append(step, value);
    }
  }

  /** Takes back what came after a step. */
  void cutAfter(int step) {
    points.tailMap(step, false).clear();
    series.cutAfter(step);
  }
}
