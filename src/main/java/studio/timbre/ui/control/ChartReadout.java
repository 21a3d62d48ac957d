package studio.timbre.ui.control;

import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import studio.timbre.ui.fx.Texts;

/** The small box beside the crosshair: the step, and the value of each series where its mark stands; beside a smoothed value what was measured. */
final class ChartReadout extends VBox {
  private static final double BESIDE = 12;

  private final ChartPlot plot;
  private final Texts texts;
  private final Label step = new Label();
  private final GridPane values = new GridPane();

  ChartReadout(ChartPlot plot, Texts texts) {
    this.plot = plot;
    this.texts = texts;
    getStyleClass().add("loss-chart-readout");
    step.getStyleClass().add("loss-chart-readout-step");
    values.getStyleClass().add("loss-chart-readout-values");
    getChildren().addAll(step, values);
    setManaged(false);
    setMouseTransparent(true);
    setVisible(false);
    plot.cursor().addListener(change -> show());
    plot.frame().addListener(change -> show());
  }

  private void show() {
    var frame = plot.frame().get();
    var cursor = plot.cursor().get();
    boolean shown =
        frame.isPresent() && cursor.isPresent() && frame.get().x().span().contains(cursor.get());
    setVisible(shown);
    if (shown) {
      var reading = plot.data().readingAt(cursor.get());
      step.setText(texts.get("chart.step", Math.round(reading.x())));
      fill(reading);
      place(frame.get(), reading);
    }
  }

  private void fill(ChartData.Reading reading) {
    values.getChildren().clear();
    int row = 0;
    for (var value : reading.values()) {
      var name = new Label(value.series().name());
      var number = new Label(texts.number(value.smoothed(), 3));
      number.getStyleClass().add("loss-chart-readout-number");
      values.add(new SeriesSample(plot, value.series()), 0, row);
      values.add(name, 1, row);
      values.add(number, 2, row);
      if (value.series().isSmoothed()) {
        values.add(aside(texts.get("chart.measured", texts.number(value.y(), 3))), 3, row);
      } else if (value.x() != reading.x()) {
        values.add(aside(texts.get("chart.atStep", Math.round(value.x()))), 3, row);
      }
      row++;
    }
  }

  private static Label aside(String text) {
    var label = new Label(text);
    label.getStyleClass().add("loss-chart-readout-aside");
    return label;
  }

  private void place(PlotFrame frame, ChartData.Reading reading) {
    applyCss();
    double width = Math.ceil(prefWidth(-1));
    double height = Math.ceil(prefHeight(width));
    double x = plot.getLayoutX() + frame.toX(reading.x());
    double right = plot.getLayoutX() + frame.left() + frame.width();
    double left = x + BESIDE + width <= right ? x + BESIDE : x - BESIDE - width;
    resizeRelocate(
        Math.max(plot.getLayoutX(), left), plot.getLayoutY() + frame.top() + BESIDE, width, height);
  }
}
