package studio.timbre.ui.control;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;

/**
 * The curves of a chart. Belongs to the JavaFX thread: whoever appends points gathers them first (once per frame) and then
 * says {@link #changed()} a single time.
 */
public final class ChartData {
  /** A chart of one step still needs a width. */
  private static final double SHORTEST = 1;

  /**
   * What a series says at the cursor.
   *
   * @param x where the value was measured: for a sparse series the last time up to the cursor
   * @param y as measured
   * @param smoothed as drawn
   */
  public record Value(PointSeries series, double x, double y, double smoothed) {}

  /** The values of all series that have one at {@code x}. */
  public record Reading(double x, List<Value> values) {}

  private final List<PointSeries> series = new ArrayList<>();
  private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper(this, "revision");
  private double smoothing;
  private boolean higherIsBetter;

  public ChartData(PointSeries... series) {
    this.series.addAll(List.of(series));
  }

  public List<PointSeries> series() {
    return Collections.unmodifiableList(series);
  }

  public void setSeries(List<PointSeries> shown) {
    series.clear();
    series.addAll(shown);
    series.forEach(one -> one.smoothWith(smoothing));
    changed();
  }

  /** Whether the values are gains, as rewards are, and not losses; they may be below 0 then. */
  public boolean higherIsBetter() {
    return higherIsBetter;
  }

  public void setHigherIsBetter(boolean higher) {
    higherIsBetter = higher;
    changed();
  }

  /** Rises with every change. */
  public ReadOnlyLongProperty revisionProperty() {
    return revision.getReadOnlyProperty();
  }

  /** Tells that points were added or taken away. */
  public void changed() {
    revision.set(revision.get() + 1);
  }

  public double smoothing() {
    return smoothing;
  }

  /** Smooths every dense series, with a weight from 0 to below 1. */
  public void smoothWith(double weight) {
    smoothing = weight;
    series.forEach(one -> one.smoothWith(weight));
    changed();
  }

  public boolean isEmpty() {
    return series.stream().allMatch(PointSeries::isEmpty);
  }

  /** From the first point of any series to the last one. */
  public Optional<Span> extent() {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (var one : series) {
      if (!one.isEmpty()) {
        low = Math.min(low, one.x(0));
        high = Math.max(high, one.x(one.size() - 1));
      }
    }
    return low > high
        ? Optional.empty()
        : Optional.of(new Span(low, Math.max(high, low + SHORTEST)));
  }

  /** The measured x nearest to a place, dense series first, as they have a value at every step. */
  public Optional<Double> nearest(double x) {
    var dense = nearest(x, PointSeries.Kind.DENSE);
    return dense.isPresent() ? dense : nearest(x, PointSeries.Kind.SPARSE);
  }

  /** The measured x that lies {@code count} points further (or back, if negative) from a place. */
  public Optional<Double> stepFrom(double x, int count) {
    for (var kind : PointSeries.Kind.values()) {
      for (var one : series) {
        if (one.kind() == kind && !one.isEmpty()) {
          return Optional.of(one.x(Math.clamp((long) one.indexNear(x) + count, 0, one.size() - 1)));
        }
      }
    }
    return Optional.empty();
  }

  /** What every series says at {@code x}; a series that had no value yet is left out. */
  public Reading readingAt(double x) {
    var values = new ArrayList<Value>();
    for (var one : series) {
      int index = one.kind() == PointSeries.Kind.DENSE ? one.indexNear(x) : one.indexUpTo(x);
      if (index >= 0) {
        values.add(new Value(one, one.x(index), one.y(index), one.smoothed(index)));
      }
    }
    return new Reading(x, List.copyOf(values));
  }

  private Optional<Double> nearest(double x, PointSeries.Kind kind) {
    double best = Double.NaN;
    for (var one : series) {
      if (one.kind() == kind && !one.isEmpty()) {
        double found = one.x(one.indexNear(x));
        if (Double.isNaN(best) || Math.abs(found - x) < Math.abs(best - x)) {
          best = found;
        }
      }
    }
    return Double.isNaN(best) ? Optional.empty() : Optional.of(best);
  }
}
