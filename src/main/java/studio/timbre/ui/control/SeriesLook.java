package studio.timbre.ui.control;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/** How the curve of a slot is told from the others without its colour: by dashes and by the shape of its marks. */
record SeriesLook(Color color, double[] dashes, Mark mark) {
  private static final double[][] DASHES = {{}, {6, 4}, {2, 3}, {10, 3, 2, 3}, {12, 5}, {4, 2}};
  private static final double MARK = 3.5;

  enum Mark {
    CIRCLE,
    SQUARE,
    DIAMOND
  }

  static SeriesLook of(PointSeries series, ChartColors colors) {
    int slot = Math.floorMod(series.slot(), DASHES.length);
    var marks = Mark.values();
    return new SeriesLook(colors.series(slot), DASHES[slot], marks[(slot / 2) % marks.length]);
  }

  void line(GraphicsContext g, double width) {
    g.setStroke(color);
    g.setLineWidth(width);
    g.setLineDashes(dashes);
  }

  /** A mark around a point, filled with what lies behind the curves. */
  void mark(GraphicsContext g, double x, double y, Color fill) {
    g.setStroke(color);
    g.setLineDashes();
    g.setLineWidth(1.75);
    g.setFill(fill);
    switch (mark) {
      case CIRCLE -> {
        g.fillOval(x - MARK, y - MARK, 2 * MARK, 2 * MARK);
        g.strokeOval(x - MARK, y - MARK, 2 * MARK, 2 * MARK);
      }
      case SQUARE -> {
        g.fillRect(x - MARK, y - MARK, 2 * MARK, 2 * MARK);
        g.strokeRect(x - MARK, y - MARK, 2 * MARK, 2 * MARK);
      }
      case DIAMOND -> {
        double[] xs = {x - MARK - 1, x, x + MARK + 1, x};
        double[] ys = {y, y - MARK - 1, y, y + MARK + 1};
        g.fillPolygon(xs, ys, xs.length);
        g.strokePolygon(xs, ys, xs.length);
      }
    }
  }
}
