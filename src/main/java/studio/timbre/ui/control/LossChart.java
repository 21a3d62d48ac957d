package studio.timbre.ui.control;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import studio.timbre.ui.fx.Texts;

/**
 * Losses, or rewards, over the steps of a run: what every step gave (faint) with a smoothed line over it, and marked points where the held-out
 * conversations were measured. Made for long runs: a frame costs one pass over the points and as many strokes as the chart has
 * pixel columns. Series carry their own names, so several runs can lie over each other.
 */
public final class LossChart extends VBox {
  private static final double MOST_SMOOTHING = 0.98;
  private static final double USUAL_SMOOTHING = 0.9;

  private final ChartData data;
  private final Texts texts;
  private final ChartPlot plot;
  private final ChartGestures gestures;
  private final FlowPane legend = new FlowPane(Orientation.HORIZONTAL);
  private final Slider smoothing = new Slider(0, MOST_SMOOTHING, USUAL_SMOOTHING);
  private final ToggleButton logarithmic = new ToggleButton();
  private final Button whole = new Button();
  private final Label empty = new Label();
  private List<PointSeries> named = List.of();

  public LossChart(ChartData data, Texts texts) {
    this.data = data;
    this.texts = texts;
    this.plot = new ChartPlot(data, texts);
    var selection = new Region();
    selection.getStyleClass().add("loss-chart-selection");
    this.gestures = new ChartGestures(plot, selection);
    getStyleClass().add("loss-chart");
    getStylesheets()
        .add(
            Objects.requireNonNull(LossChart.class.getResource("/studio/timbre/css/loss-chart.css"))
                .toExternalForm());

    empty.setText(texts.get("chart.empty"));
    empty.setWrapText(true);
    empty.setMouseTransparent(true);
    empty.getStyleClass().add("loss-chart-empty");
    var body = new StackPane(plot, empty, selection, new ChartReadout(plot, texts));
    body.getStyleClass().add("loss-chart-body");
    VBox.setVgrow(body, Priority.ALWAYS);
    getChildren().addAll(bar(), body);

    plot.setId("chart-plot");
    plot.setFocusTraversable(true);
    plot.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    plot.setAccessibleRoleDescription(texts.get("chart.role"));
    plot.setAccessibleHelp(texts.get("chart.keys"));
    plot.cursor().addListener(change -> describe());
    plot.colors()
        .revision()
        .addListener(change -> legend.getChildren().forEach(LossChart::redrawSample));
    data.revisionProperty().addListener(change -> follow());
    data.smoothWith(USUAL_SMOOTHING);
    follow();
  }

  /** Weight of the past in the smoothed line: 0 shows every step as it was. */
  public DoubleProperty smoothingProperty() {
    return smoothing.valueProperty();
  }

  public BooleanProperty logarithmicProperty() {
    return logarithmic.selectedProperty();
  }

  /** What a screen reader says: the values at the crosshair, or the newest ones. */
  public String summary() {
    return data.extent()
        .map(
            extent ->
                data.readingAt(plot.cursor().get().orElse(extent.high())).values().stream()
                    .map(this::sentence)
                    .collect(Collectors.joining(", ")))
        .orElse(texts.get("chart.empty"));
  }

  private String sentence(ChartData.Value value) {
    return value.series().isSmoothed()
        ? texts.get(
            "chart.summary.smoothed",
            value.series().name(),
            texts.number(value.smoothed(), 2),
            texts.number(value.y(), 2),
            Math.round(value.x()))
        : texts.get(
            "chart.summary",
            value.series().name(),
            texts.number(value.y(), 2),
            Math.round(value.x()));
  }

  private HBox bar() {
    legend.getStyleClass().add("loss-chart-legend");
    HBox.setHgrow(legend, Priority.ALWAYS);
    var label = new Label(texts.get("chart.smoothing"));
    label.setLabelFor(smoothing);
    label.setMinWidth(Region.USE_PREF_SIZE);
    smoothing.setId("chart-smoothing");
    smoothing.setAccessibleText(texts.get("chart.smoothing"));
    smoothing.setBlockIncrement(0.1);
    smoothing.getStyleClass().add("small");
    smoothing
        .valueProperty()
        .addListener((source, before, now) -> data.smoothWith(now.doubleValue()));
    logarithmic.setId("chart-log");
    logarithmic.setText(texts.get("chart.logarithmic"));
    logarithmic.setMinWidth(Region.USE_PREF_SIZE);
    plot.logarithmic().bind(logarithmic.selectedProperty());
    whole.setId("chart-whole");
    whole.setText(texts.get("chart.whole"));
    whole.setMinWidth(Region.USE_PREF_SIZE);
    whole.setOnAction(event -> gestures.reset());
    whole.disableProperty().bind(plot.window().map(ChartWindow::isWhole));
    var bar = new HBox(legend, label, smoothing, logarithmic, whole);
    bar.getStyleClass().add("loss-chart-bar");
    return bar;
  }

  private void follow() {
    if (!named.equals(data.series())) {
      named = List.copyOf(data.series());
      legend.getChildren().setAll(data.series().stream().map(this::entry).toList());
      showMeaning();
    }
    empty.setVisible(data.isEmpty());
    describe();
  }

  /** Losses need no word for it: their explanation stands below. Rewards may be below 0, of which there is no logarithm. */
  private void showMeaning() {
    boolean gains = data.higherIsBetter();
    if (gains) {
      var note = new Label(texts.get("chart.higherIsBetter"));
      note.getStyleClass().addAll("muted", "loss-chart-legend-entry");
      legend.getChildren().add(note);
      logarithmic.setSelected(false);
    }
    logarithmic.setVisible(!gains);
    logarithmic.setManaged(!gains);
  }

  private Label entry(PointSeries series) {
    var entry = new Label(series.name(), new SeriesSample(plot, series));
    entry.getStyleClass().add("loss-chart-legend-entry");
    return entry;
  }

  private static void redrawSample(Node entry) {
    if (entry instanceof Label label && label.getGraphic() instanceof SeriesSample sample) {
      sample.requestLayout();
    }
  }

  private void describe() {
    plot.setAccessibleText(summary());
  }
}
