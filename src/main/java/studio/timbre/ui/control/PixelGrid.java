package studio.timbre.ui.control;

/**
 * Straight lines that fill whole pixels of the screen.
 *
 * @param scale pixels of the screen to one unit of the scene, as 1, 1.5 or 2
 */
record PixelGrid(double scale) {

  /** One unit wide, rounded to whole pixels. */
  double lineWidth() {
    return wholePixels() / scale;
  }

  /** The middle of the line nearest to {@code place}. */
  double line(double place) {
    double middle = wholePixels() % 2 == 1 ? 0.5 : 0;
    return (Math.floor(place * scale) + middle) / scale;
  }

  private long wholePixels() {
    return Math.max(1, Math.round(scale));
  }
}
