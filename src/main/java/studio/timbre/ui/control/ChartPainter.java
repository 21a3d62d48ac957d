package studio.timbre.ui.control;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import studio.timbre.ui.fx.Texts;

/** Paints the axes and the curves of a chart. */
final class ChartPainter {
  private static final double TOP = 10;
  private static final double RIGHT = 14;
  private static final double BETWEEN = 8;
  private static final double X_TICK_EVERY = 90;
  private static final double Y_TICK_EVERY = 44;
  private static final double CURVE = 2;
  private static final double FAINT_CURVE = 1;
  private static final double FAINT = 0.32;
  private static final double ROOM_FOR_A_MARK = 9;

  private final ChartColors colors;
  private final Texts texts;
  private final Text measure = new Text();
  private final List<CurvePen> pens = new ArrayList<>();

  ChartPainter(ChartColors colors, Texts texts) {
    this.colors = colors;
    this.texts = texts;
  }

  /** Paints all of it; answers where everything lies, or nothing where there was nothing to paint. */
  Optional<PlotFrame> paint(Canvas canvas, PixelGrid pixels, Font font, ChartPlot plot) {
    var g = canvas.getGraphicsContext2D();
    var data = plot.data();
    double width = canvas.getWidth();
    double height = canvas.getHeight();
    g.clearRect(0, 0, width, height);
    var extent = data.extent();
    if (extent.isEmpty()) {
      return Optional.empty();
    }
    double left =
        Math.ceil(
            Math.max(
                widthOf("88.888", font) + BETWEEN,
                widthOf(texts.get("chart.axis"), font) + 2 * BETWEEN));
    double bottom = Math.ceil(font.getSize() * 1.4 + BETWEEN);
    double plotWidth = Math.floor(width - left - RIGHT);
    double plotHeight = Math.floor(height - TOP - bottom);
    if (plotWidth < 20 || plotHeight < 20) {
      return Optional.empty();
    }
    var visible = plot.window().get().visible(extent.get());
    var values = measure(data, visible, (int) plotWidth).scale(plot.logarithmic().get());
    if (values.isEmpty()) {
      return Optional.empty();
    }
    var frame =
        new PlotFrame(
            left, TOP, plotWidth, plotHeight, new ValueScale(visible, false), values.get());
    axes(g, frame, pixels, font);
    curves(g, frame, data);
    return Optional.of(frame);
  }

  private ValueRange measure(ChartData data, Span visible, int columns) {
    while (pens.size() < 2 * data.series().size()) {
      pens.add(new CurvePen());
    }
    var range = new ValueRange();
    int pen = 0;
    for (var series : data.series()) {
      range.add(pens.get(pen++).measure(series, series.ys(), visible, columns));
      range.add(pens.get(pen++).measure(series, series.smoothedValues(), visible, columns));
    }
    return range;
  }

  private void axes(GraphicsContext g, PlotFrame frame, PixelGrid pixels, Font font) {
    g.setFont(font);
    g.setFill(colors.text());
    g.setStroke(colors.grid());
    g.setLineWidth(pixels.lineWidth());
    g.setLineDashes();
    g.setTextAlign(TextAlignment.RIGHT);
    g.setTextBaseline(VPos.CENTER);
    var yTicks = frame.y().ticks((int) (frame.height() / Y_TICK_EVERY), 0);
    var numbers = numbers(yTicks);
    for (double value : yTicks.values()) {
      double y = pixels.line(frame.toY(value));
      g.strokeLine(frame.left(), y, frame.left() + frame.width(), y);
      g.fillText(numbers.format(value), frame.left() - BETWEEN, y);
    }
    g.setTextAlign(TextAlignment.CENTER);
    g.setTextBaseline(VPos.TOP);
    double floor = pixels.line(frame.top() + frame.height());
    g.strokeLine(frame.left(), floor, frame.left() + frame.width(), floor);
    var xTicks = frame.x().ticks((int) (frame.width() / X_TICK_EVERY), 1);
    var steps = numbers(xTicks);
    for (double value : xTicks.values()) {
      double x = pixels.line(frame.toX(value));
      g.strokeLine(x, floor, x, floor + BETWEEN / 2);
      g.fillText(steps.format(value), x, floor + BETWEEN);
    }
    g.setTextAlign(TextAlignment.RIGHT);
    g.fillText(texts.get("chart.axis"), frame.left() - 2 * BETWEEN, floor + BETWEEN);
  }

  private void curves(GraphicsContext g, PlotFrame frame, ChartData data) {
    g.save();
    g.beginPath();
    g.rect(frame.left() - BETWEEN, 0, frame.width() + BETWEEN + RIGHT, height(frame));
    g.clip();
    int pen = 0;
    for (var series : data.series()) {
      var look = SeriesLook.of(series, colors);
      var measured = pens.get(pen++);
      var smoothed = pens.get(pen++);
      if (series.isSmoothed()) {
        g.setGlobalAlpha(FAINT);
        look.line(g, FAINT_CURVE);
        g.setLineDashes();
        measured.draw(g, series, series.ys(), frame);
        g.setGlobalAlpha(1);
      }
      look.line(g, CURVE);
      smoothed.draw(g, series, series.smoothedValues(), frame);
      if (series.kind() == PointSeries.Kind.SPARSE) {
        marks(g, frame, series, look);
      }
    }
    g.restore();
  }

  private static double height(PlotFrame frame) {
    return frame.top() + frame.height();
  }

  private void marks(GraphicsContext g, PlotFrame frame, PointSeries series, SeriesLook look) {
    int from = series.indexFrom(frame.x().span().low());
    int to = series.indexUpTo(frame.x().span().high());
    if (to - from > frame.width() / ROOM_FOR_A_MARK) {
      return;
    }
    for (int index = from; index <= to; index++) {
      look.mark(g, frame.toX(series.x(index)), frame.toY(series.smoothed(index)), colors.surface());
    }
  }

  private NumberFormat numbers(Ticks ticks) {
    var format = NumberFormat.getNumberInstance(texts.locale());
    format.setMinimumFractionDigits(ticks.even() ? ticks.decimals() : 0);
    format.setMaximumFractionDigits(ticks.decimals());
    return format;
  }

  private double widthOf(String text, Font font) {
    measure.setFont(font);
    measure.setText(text);
    return measure.getLayoutBounds().getWidth();
  }
}
