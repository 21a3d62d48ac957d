package studio.timbre.ui.control;

import java.util.Optional;

/**
 * The stretch of x that a chart shows: everything, growing with the data, until someone looks closer.
 *
 * @param chosen the stretch looked at, or empty for everything
 */
record ChartWindow(Optional<Span> chosen) {
  static final ChartWindow WHOLE = new ChartWindow(Optional.empty());

  /** No closer than this many units of x. */
  private static final double CLOSEST = 4;

  Span visible(Span extent) {
    return chosen.map(span -> span.within(extent)).orElse(extent);
  }

  boolean isWhole() {
    return chosen.isEmpty();
  }

  /** Closer where {@code factor} is below 1, with {@code anchor} staying in its place. */
  ChartWindow zoomed(Span extent, double anchor, double factor) {
    var now = visible(extent);
    double shortest = Math.min(CLOSEST, extent.length());
    double bounded = Math.max(factor, shortest / now.length());
    return of(now.zoomed(Math.clamp(anchor, now.low(), now.high()), bounded), extent);
  }

  ChartWindow moved(Span extent, double distance) {
    return isWhole() ? this : of(visible(extent).moved(distance), extent);
  }

  /** Exactly from one x to another, however they were dragged. */
  ChartWindow select(Span extent, double one, double other) {
    double middle = (one + other) / 2;
    double half = Math.max(Math.abs(other - one), Math.min(CLOSEST, extent.length())) / 2;
    return of(new Span(middle - half, middle + half), extent);
  }

  private static ChartWindow of(Span wished, Span extent) {
    var span = wished.within(extent);
    return span.length() >= extent.length() ? WHOLE : new ChartWindow(Optional.of(span));
  }
}
