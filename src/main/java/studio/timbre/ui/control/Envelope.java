package studio.timbre.ui.control;

import java.util.Arrays;

/**
 * A curve of any length as it looks in so many pixel columns: first, lowest, highest and last value of each. Drawn as a line
 * through these, it covers the very pixels that a line through all points would (M4, Jugel et al. 2014). The arrays are
 * reused from frame to frame.
 */
final class Envelope {
  private int columns;
  private int[] counts = new int[0];
  private double[] first = new double[0];
  private double[] low = new double[0];
  private double[] high = new double[0];
  private double[] last = new double[0];

  /** One pass over the points {@code from} (inclusive) to {@code to} (exclusive), all of them inside {@code span}. */
  void compute(double[] xs, double[] ys, int from, int to, Span span, int width) {
    reset(width);
    double perColumn = width / span.length();
    for (int index = from; index < to; index++) {
      int column = Math.clamp((int) ((xs[index] - span.low()) * perColumn), 0, width - 1);
      double y = ys[index];
      if (counts[column]++ == 0) {
        first[column] = y;
        low[column] = y;
        high[column] = y;
      } else if (y < low[column]) {
        low[column] = y;
      } else if (y > high[column]) {
        high[column] = y;
      }
      last[column] = y;
    }
  }

  int columns() {
    return columns;
  }

  boolean isEmpty(int column) {
    return counts[column] == 0;
  }

  double first(int column) {
    return first[column];
  }

  double low(int column) {
    return low[column];
  }

  double high(int column) {
    return high[column];
  }

  double last(int column) {
    return last[column];
  }

  private void reset(int width) {
    if (counts.length < width) {
      counts = new int[width];
      first = new double[width];
      low = new double[width];
      high = new double[width];
      last = new double[width];
    } else {
      Arrays.fill(counts, 0, width, 0);
    }
    columns = width;
  }
}
