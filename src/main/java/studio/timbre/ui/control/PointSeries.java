package studio.timbre.ui.control;

import java.util.Arrays;

/**
 * One named curve of a chart: growing primitive buffers of points with rising x, and beside each measured value its smoothed
 * one. A point that goes back in x (a run that went on from a checkpoint) takes back all that stood from there on.
 *
 * <p>Smoothing is the exponential moving average with bias correction, s(t) = sum of w^i y(t-i) / sum of w^i, as in
 * Kingma and Ba 2015, section 3, so that the curve does not start too low.
 */
public final class PointSeries {

  /** How often a value comes, and so how it is drawn. */
  public enum Kind {
    /** At every step: a faint line of what was measured, and a smoothed line over it. */
    DENSE,
    /** Now and then: marked points, joined by a line, never smoothed. */
    SPARSE
  }

  private final String name;
  private final Kind kind;
  private final int slot;

  private double[] xs = new double[256];
  private double[] ys = new double[256];
  private double[] smoothed = new double[256];
  private int size;
  private double weight;

  /**
   * @param name for the legend, in the person's language
   * @param slot which of the chart's colours, dashes and markers it wears, from 0
   */
  public PointSeries(String name, Kind kind, int slot) {
    this.name = name;
    this.kind = kind;
    this.slot = slot;
  }

  public String name() {
    return name;
  }

  public Kind kind() {
    return kind;
  }

  public int slot() {
    return slot;
  }

  public int size() {
    return size;
  }

  public boolean isEmpty() {
    return size == 0;
  }

  public double x(int index) {
    return xs[index];
  }

  /** As measured. */
  public double y(int index) {
    return ys[index];
  }

  /** As drawn: the same as measured where nothing is smoothed. */
  public double smoothed(int index) {
    return smoothed[index];
  }

  /** True where the line that is drawn is not the one that was measured. */
  public boolean isSmoothed() {
    return weight > 0;
  }

  /** Adds a point; one that is not finite leaves a gap and is not kept. */
  public void append(double x, double y) {
    if (size > 0 && x <= xs[size - 1]) {
      size = indexFrom(x);
    }
    if (!Double.isFinite(y)) {
      return;
    }
    if (size == xs.length) {
      int larger = size * 2;
      xs = Arrays.copyOf(xs, larger);
      ys = Arrays.copyOf(ys, larger);
      smoothed = Arrays.copyOf(smoothed, larger);
    }
    xs[size] = x;
    ys[size] = y;
    smooth(size, (1 - Math.pow(weight, size)) / (1 - weight));
    size++;
  }

  /** Takes back every point beyond {@code x}. */
  public void cutAfter(double x) {
    size = indexUpTo(x) + 1;
  }

  /** Smooths anew with a weight from 0 (not at all) to below 1. */
  public void smoothWith(double newWeight) {
    if (newWeight < 0 || newWeight >= 1) {
      throw new IllegalArgumentException("smoothing must be from 0 to below 1, not " + newWeight);
    }
    double used = kind == Kind.SPARSE ? 0 : newWeight;
    if (used != weight) {
      weight = used;
      double before = 0;
      for (int index = 0; index < size; index++) {
        smooth(index, before);
        before = before * weight + 1;
      }
    }
  }

  /** The first point at or after {@code x}; {@link #size()} where there is none. */
  public int indexFrom(double x) {
    int found = Arrays.binarySearch(xs, 0, size, x);
    return found >= 0 ? found : -found - 1;
  }

  /** The point whose x is nearest, or -1 where there is none at all. */
  public int indexNear(double x) {
    int after = indexFrom(x);
    if (after == size || (after > 0 && x - xs[after - 1] < xs[after] - x)) {
      return after - 1;
    }
    return after;
  }

  /** The last point at or before {@code x}, or -1. */
  public int indexUpTo(double x) {
    int after = indexFrom(x);
    return after < size && xs[after] == x ? after : after - 1;
  }

  double[] xs() {
    return xs;
  }

  double[] ys() {
    return ys;
  }

  double[] smoothedValues() {
    return smoothed;
  }

  /**
   * The running sum needs no memory of its own: the one before is the smoothed value times its total weight.
   *
   * @param before total weight of all points before this one: 1 + w + w^2 + …
   */
  private void smooth(int index, double before) {
    smoothed[index] =
        index == 0 || weight == 0
            ? ys[index]
            : (smoothed[index - 1] * before * weight + ys[index]) / (before * weight + 1);
  }
}
