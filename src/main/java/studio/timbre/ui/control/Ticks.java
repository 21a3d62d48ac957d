package studio.timbre.ui.control;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * The labelled places of an axis: multiples of 1, 2 or 5 times a power of ten, the distance being the one nearest to the wish
 * on a logarithmic scale, as in d3-array's {@code ticks}.
 *
 * @param values rising
 * @param decimals digits after the decimal point that tell neighbours apart
 * @param even true where the distances are the same, so that all are written with the same decimals
 */
public record Ticks(double[] values, int decimals, boolean even) {
  private static final double[][] DECADES = {
    {1, 2, 3, 4, 5, 6, 7, 8, 9}, {1, 2, 5}, {1, 3}, {1},
  };
  private static final int FEWEST_ON_LOG = 3;

  public Ticks {
    values = values.clone();
  }

  @Override
  public double[] values() {
    return values.clone();
  }

  /**
   * About {@code wanted} ticks.
   *
   * @param smallestStep the distance is never less, as 1 for whole numbers; 0 for any
   */
  public static Ticks linear(Span span, int wanted, double smallestStep) {
    double step = Math.max(niceStep(span.length() / Math.max(1, wanted)), smallestStep);
    long first = (long) Math.ceil(span.low() / step - 1e-9);
    long last = (long) Math.floor(span.high() / step + 1e-9);
    var values = new double[(int) Math.max(0, last - first + 1)];
    // A step below one is a fraction with a whole divisor: dividing keeps 0.3 from becoming
    // 0.30000000000000004.
    double divisor = Math.rint(1 / step);
    for (int index = 0; index < values.length; index++) {
      values[index] = step < 1 ? (first + index) / divisor : (first + index) * step;
    }
    return new Ticks(values, decimalsOf(step), true);
  }

  /** At most {@code wanted} ticks of a logarithmic axis, linear ones where the span is too short for round decades. */
  public static Ticks logarithmic(Span span, int wanted) {
    int lowest = (int) Math.floor(Math.log10(span.low()));
    int highest = (int) Math.ceil(Math.log10(span.high()));
    for (double[] digits : DECADES) {
      double[] found = decades(span, lowest, highest, digits, 1);
      if (found.length <= wanted) {
        return found.length < FEWEST_ON_LOG
            ? linear(span, wanted, 0)
            : new Ticks(found, Math.max(0, -lowest), false);
      }
    }
    int stride = Math.ceilDiv(highest - lowest, Math.max(1, wanted));
    return new Ticks(
        decades(span, lowest, highest, new double[] {1}, stride), Math.max(0, -lowest), false);
  }

  private static double[] decades(Span span, int lowest, int highest, double[] digits, int stride) {
    var found = DoubleStream.builder();
    for (int power = lowest; power <= highest; power += stride) {
      for (double digit : digits) {
        double value =
            power < 0 ? digit / Math.rint(Math.pow(10, -power)) : digit * Math.pow(10, power);
        if (span.contains(value)) {
          found.add(value);
        }
      }
    }
    return found.build().toArray();
  }

  private static double niceStep(double wish) {
    double power = Math.pow(10, Math.floor(Math.log10(wish)));
    double share = wish / power;
    if (share >= Math.sqrt(50)) {
      return 10 * power;
    }
    if (share >= Math.sqrt(10)) {
      return 5 * power;
    }
    return share >= Math.sqrt(2) ? 2 * power : power;
  }

  private static int decimalsOf(double step) {
    return (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Ticks ticks
        && decimals == ticks.decimals
        && even == ticks.even
        && Arrays.equals(values, ticks.values);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(values) + decimals;
  }

  @Override
  public String toString() {
    return Arrays.toString(values) + " with " + decimals + " decimals";
  }
}
