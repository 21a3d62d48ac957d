package studio.timbre.ui.control;

/**
 * Where the plotted area lies in its canvas, and what it shows.
 *
 * @param left of the area, in units of the scene; so are the next three
 * @param x scale of the steps
 * @param y scale of the values
 */
record PlotFrame(double left, double top, double width, double height, ValueScale x, ValueScale y) {

  double toX(double value) {
    return left + x.share(value) * width;
  }

  /** From below; what a logarithmic axis cannot show stands on its floor. */
  double toY(double value) {
    double share = y.share(value);
    return top + height * (1 - (Double.isNaN(share) ? 0 : share));
  }

  double xAt(double place) {
    return x.value((place - left) / width);
  }

  boolean contains(double placeX, double placeY) {
    return placeX >= left && placeX <= left + width && placeY >= top && placeY <= top + height;
  }
}
