package studio.timbre.ui.control;

/**
 * Where a value stands on an axis, from 0 at its low end to 1 at its high end.
 *
 * @param span of the values; above 0 where logarithmic
 */
record ValueScale(Span span, boolean logarithmic) {

  ValueScale {
    if (logarithmic && span.low() <= 0) {
      throw new IllegalArgumentException("no logarithm of " + span.low());
    }
  }

  /** NaN for what a logarithmic axis cannot show. */
  double share(double value) {
    if (!logarithmic) {
      return (value - span.low()) / span.length();
    }
    return value <= 0
        ? Double.NaN
        : Math.log(value / span.low()) / Math.log(span.high() / span.low());
  }

  /** The value at a share: the inverse of {@link #share}. */
  double value(double share) {
    return logarithmic
        ? span.low() * Math.pow(span.high() / span.low(), share)
        : span.low() + share * span.length();
  }

  Ticks ticks(int wanted, double smallestStep) {
    return logarithmic ? Ticks.logarithmic(span, wanted) : Ticks.linear(span, wanted, smallestStep);
  }
}
