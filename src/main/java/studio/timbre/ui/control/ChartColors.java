package studio.timbre.ui.control;

import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleableProperty;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/**
 * The colours of a chart, set in CSS on {@code .loss-chart-plot} as {@code -chart-grid}, {@code -chart-crosshair}, {@code
 * -chart-surface}, {@code -chart-axis-text} and {@code -chart-series-0} to {@code -chart-series-5}.
 */
final class ChartColors {
  /** Curves that look different; more begin again with the first. */
  static final int SLOTS = 6;

  private static final StyleablePropertyFactory<ChartPlot> FACTORY =
      new StyleablePropertyFactory<>(Region.getClassCssMetaData());
  private static final CssMetaData<ChartPlot, Color> GRID =
      FACTORY.createColorCssMetaData(
          "-chart-grid", plot -> plot.colors().grid, Color.LIGHTGRAY, false);
  private static final CssMetaData<ChartPlot, Color> CROSSHAIR =
      FACTORY.createColorCssMetaData(
          "-chart-crosshair", plot -> plot.colors().crosshair, Color.GRAY, false);
  private static final CssMetaData<ChartPlot, Color> SURFACE =
      FACTORY.createColorCssMetaData(
          "-chart-surface", plot -> plot.colors().surface, Color.WHITE, false);
  private static final CssMetaData<ChartPlot, Color> TEXT =
      FACTORY.createColorCssMetaData(
          "-chart-axis-text", plot -> plot.colors().text, Color.DIMGRAY, false);
  private static final List<CssMetaData<ChartPlot, Color>> SERIES =
      IntStream.range(0, SLOTS)
          .mapToObj(
              slot ->
                  FACTORY.createColorCssMetaData(
                      "-chart-series-" + slot,
                      plot -> plot.colors().series.get(slot),
                      Color.STEELBLUE,
                      false))
          .toList();

  private final ReadOnlyLongWrapper revision = new ReadOnlyLongWrapper();
  private final StyleableProperty<Color> grid;
  private final StyleableProperty<Color> crosshair;
  private final StyleableProperty<Color> surface;
  private final StyleableProperty<Color> text;
  private final List<StyleableProperty<Color>> series;

  ChartColors(ChartPlot plot) {
    grid = property(GRID, plot);
    crosshair = property(CROSSHAIR, plot);
    surface = property(SURFACE, plot);
    text = property(TEXT, plot);
    series = SERIES.stream().map(meta -> property(meta, plot)).toList();
  }

  static List<CssMetaData<? extends Styleable, ?>> metaData() {
    return FACTORY.getCssMetaData();
  }

  /** Rises whenever the theme gives other colours. */
  ReadOnlyLongProperty revision() {
    return revision.getReadOnlyProperty();
  }

  Color grid() {
    return grid.getValue();
  }

  Color crosshair() {
    return crosshair.getValue();
  }

  /** What lies behind the curves. */
  Color surface() {
    return surface.getValue();
  }

  Color text() {
    return text.getValue();
  }

  Color series(int slot) {
    return series.get(Math.floorMod(slot, SLOTS)).getValue();
  }

  private StyleableProperty<Color> property(CssMetaData<ChartPlot, Color> meta, ChartPlot plot) {
    var property =
        new SimpleStyleableObjectProperty<>(
            meta, plot, meta.getProperty(), meta.getInitialValue(plot));
    property.addListener((source, before, now) -> revision.set(revision.get() + 1));
    return property;
  }
}
