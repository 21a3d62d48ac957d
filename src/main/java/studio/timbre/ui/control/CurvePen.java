package studio.timbre.ui.control;

import java.util.Arrays;
import javafx.scene.canvas.GraphicsContext;

/** Draws one array of values: through every point while there are few, through its envelope when there are many. */
final class CurvePen {
  private static final int POINTS_TO_A_COLUMN = 2;

  private final Envelope envelope = new Envelope();
  private double[] xs = new double[1024];
  private double[] ys = new double[1024];
  private int size;

  /** Looks at the values of {@code series} inside {@code visible}; the result serves {@link #draw} and the value axis. */
  Envelope measure(PointSeries series, double[] values, Span visible, int columns) {
    int from = series.indexFrom(visible.low());
    int to = series.indexUpTo(visible.high()) + 1;
    envelope.compute(series.xs(), values, from, Math.max(from, to), visible, columns);
    return envelope;
  }

  void draw(GraphicsContext g, PointSeries series, double[] values, PlotFrame frame) {
    var visible = frame.x().span();
    int from = series.indexFrom(visible.low());
    int to = series.indexUpTo(visible.high()) + 1;
    size = 0;
    if (to - from > envelope.columns() * POINTS_TO_A_COLUMN) {
      throughEnvelope(frame);
    } else {
      // One point beyond each end, so that the line runs out of the area.
      for (int index = Math.max(0, from - 1); index < Math.min(series.size(), to + 1); index++) {
        add(frame.toX(series.x(index)), frame.toY(values[index]));
      }
    }
    if (size == 1) {
      g.strokeLine(xs[0], ys[0], xs[0], ys[0]);
    }
    g.strokePolyline(xs, ys, size);
  }

  private void throughEnvelope(PlotFrame frame) {
    double step = frame.width() / envelope.columns();
    for (int column = 0; column < envelope.columns(); column++) {
      if (!envelope.isEmpty(column)) {
        double x = frame.left() + (column + 0.5) * step;
        add(x, frame.toY(envelope.first(column)));
        add(x, frame.toY(envelope.low(column)));
        add(x, frame.toY(envelope.high(column)));
        add(x, frame.toY(envelope.last(column)));
      }
    }
  }

  private void add(double x, double y) {
    if (size == xs.length) {
      xs = Arrays.copyOf(xs, size * 2);
      ys = Arrays.copyOf(ys, size * 2);
    }
    xs[size] = x;
    ys[size] = y;
    size++;
  }
}
