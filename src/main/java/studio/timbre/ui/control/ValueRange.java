package studio.timbre.ui.control;

import java.util.Optional;

/** Gathers the lowest and the highest value of what is shown, and makes an axis of them. */
final class ValueRange {
  private static final double PADDING = 0.06;

  private double low = Double.POSITIVE_INFINITY;
  private double high = Double.NEGATIVE_INFINITY;
  private double lowestPositive = Double.POSITIVE_INFINITY;

  void add(double value) {
    low = Math.min(low, value);
    high = Math.max(high, value);
    if (value > 0) {
      lowestPositive = Math.min(lowestPositive, value);
    }
  }

  void add(Envelope curve) {
    for (int column = 0; column < curve.columns(); column++) {
      if (!curve.isEmpty(column)) {
        add(curve.low(column));
        add(curve.high(column));
      }
    }
  }

  /** With a little air; empty where nothing was added. A logarithmic axis leaves out what is not above 0. */
  Optional<ValueScale> scale(boolean logarithmic) {
    if (low > high) {
      return Optional.empty();
    }
    if (logarithmic && lowestPositive <= high) {
      double air = Math.max(Math.pow(high / lowestPositive, PADDING), 1.02);
      return Optional.of(new ValueScale(new Span(lowestPositive / air, high * air), true));
    }
    double air = Math.max((high - low) * PADDING, Math.abs(high) * 0.02);
    double padding = air > 0 ? air : 1;
    double floor = low >= 0 ? Math.max(0, low - padding) : low - padding;
    return Optional.of(new ValueScale(new Span(floor, high + padding), false));
  }
}
