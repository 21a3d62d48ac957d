package studio.timbre.ui.control;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import studio.timbre.ui.fx.Texts;

/**
 * The plotted area with its axes. Paints at most once a frame, in the layout pass, and only after something changed. The
 * crosshair has a canvas of its own, so that moving it does not draw a million points again.
 */
final class ChartPlot extends Region {
  private final ChartData data;
  private final ChartColors colors = new ChartColors(this);
  private final ChartPainter painter;
  private final Canvas curves = new Canvas();
  private final Canvas crosshair = new Canvas();
  private final Text fontProbe = new Text();
  private final ObjectProperty<ChartWindow> window = new SimpleObjectProperty<>(ChartWindow.WHOLE);
  private final BooleanProperty logarithmic = new SimpleBooleanProperty();
  private final ObjectProperty<Optional<Double>> cursor =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<Optional<PlotFrame>> frame =
      new SimpleObjectProperty<>(Optional.empty());
  private boolean stale = true;
  private PixelGrid pixels = new PixelGrid(1);

  ChartPlot(ChartData data, Texts texts) {
    this.data = data;
    this.painter = new ChartPainter(colors, texts);
    getStyleClass().add("loss-chart-plot");
    fontProbe.getStyleClass().add("loss-chart-axis");
    fontProbe.setVisible(false);
    fontProbe.setManaged(false);
    curves.setMouseTransparent(true);
    crosshair.setMouseTransparent(true);
    getChildren().addAll(fontProbe, curves, crosshair);
    setMinSize(160, 120);
    setPrefSize(640, 280);
    fontProbe.fontProperty().addListener(change -> repaint());
    window.addListener(change -> repaint());
    logarithmic.addListener(change -> repaint());
    cursor.addListener(change -> requestLayout());
    colors.revision().addListener(change -> repaint());
    data.revisionProperty().addListener(change -> repaint());
  }

  ObjectProperty<ChartWindow> window() {
    return window;
  }

  BooleanProperty logarithmic() {
    return logarithmic;
  }

  /** The step under the crosshair, or empty without one. */
  ObjectProperty<Optional<Double>> cursor() {
    return cursor;
  }

  /** Where everything was drawn the last time. */
  ObjectProperty<Optional<PlotFrame>> frame() {
    return frame;
  }

  ChartData data() {
    return data;
  }

  ChartColors colors() {
    return colors;
  }

  /** The curves are stale; they are drawn anew in the next frame. */
  void repaint() {
    stale = true;
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    resize(curves);
    resize(crosshair);
    var screen = getScene() == null ? null : getScene().getWindow();
    var now = new PixelGrid(screen == null ? 1 : screen.getRenderScaleX());
    if (stale || !now.equals(pixels)) {
      stale = false;
      pixels = now;
      frame.set(painter.paint(curves, pixels, fontProbe.getFont(), this));
    }
    paintCrosshair();
  }

  private void resize(Canvas canvas) {
    if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
      canvas.setWidth(getWidth());
      canvas.setHeight(getHeight());
      stale = true;
    }
  }

  private void paintCrosshair() {
    var g = crosshair.getGraphicsContext2D();
    g.clearRect(0, 0, getWidth(), getHeight());
    if (cursor.get().isEmpty() || frame.get().isEmpty()) {
      return;
    }
    var area = frame.get().get();
    double step = cursor.get().get();
    if (!area.x().span().contains(step)) {
      return;
    }
    double x = pixels.line(area.toX(step));
    g.setStroke(colors.crosshair());
    g.setLineWidth(pixels.lineWidth());
    g.strokeLine(x, area.top(), x, area.top() + area.height());
    for (var value : data.readingAt(step).values()) {
      SeriesLook.of(value.series(), colors)
          .mark(
              g,
              area.toX(value.x()),
              area.toY(value.smoothed()),
              colors.series(value.series().slot()));
    }
  }

  @Override
  public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
    return ChartColors.metaData();
  }
}
