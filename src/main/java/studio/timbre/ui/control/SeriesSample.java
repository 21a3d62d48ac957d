package studio.timbre.ui.control;

import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;

/** A short piece of a series' curve, as a legend shows it. Ask for a layout when the colours have changed. */
final class SeriesSample extends Region {
  private static final double WIDTH = 26;
  private static final double HEIGHT = 14;

  private final Canvas canvas = new Canvas(WIDTH, HEIGHT);
  private final ChartPlot plot;
  private final PointSeries series;

  SeriesSample(ChartPlot plot, PointSeries series) {
    this.plot = plot;
    this.series = series;
    setMinSize(WIDTH, HEIGHT);
    setPrefSize(WIDTH, HEIGHT);
    setMaxSize(WIDTH, HEIGHT);
    getChildren().add(canvas);
  }

  @Override
  protected void layoutChildren() {
    var g = canvas.getGraphicsContext2D();
    g.clearRect(0, 0, WIDTH, HEIGHT);
    var look = SeriesLook.of(series, plot.colors());
    look.line(g, 2);
    g.strokeLine(1, HEIGHT / 2, WIDTH - 1, HEIGHT / 2);
    if (series.kind() == PointSeries.Kind.SPARSE) {
      look.mark(g, WIDTH / 2, HEIGHT / 2, plot.colors().surface());
    }
  }
}
