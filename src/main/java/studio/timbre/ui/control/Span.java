package studio.timbre.ui.control;

/** A stretch of an axis, {@code low} below {@code high}. */
public record Span(double low, double high) {

  public Span {
    if (!(low < high)) {
      throw new IllegalArgumentException("not a span: " + low + " to " + high);
    }
  }

  public double length() {
    return high - low;
  }

  public boolean contains(double value) {
    return low <= value && value <= high;
  }

  /** The smallest span with both in it. */
  public Span with(Span other) {
    return new Span(Math.min(low, other.low), Math.max(high, other.high));
  }

  /** Longer at both ends by a share of its length. */
  public Span padded(double share) {
    double more = length() * share;
    return new Span(low - more, high + more);
  }

  /** {@code factor} times as long, with {@code anchor} left where it is on the screen. */
  public Span zoomed(double anchor, double factor) {
    return new Span(anchor - (anchor - low) * factor, anchor + (high - anchor) * factor);
  }

  public Span moved(double distance) {
    return new Span(low + distance, high + distance);
  }

  /** Pushed inside {@code bounds} with its length kept, or the bounds themselves where it is longer. */
  public Span within(Span bounds) {
    if (length() >= bounds.length()) {
      return bounds;
    }
    if (low < bounds.low) {
      return moved(bounds.low - low);
    }
    return high > bounds.high ? moved(bounds.high - high) : this;
  }
}
