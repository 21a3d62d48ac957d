package studio.timbre.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import studio.timbre.ui.Snapshots;

/** Pictures of the chart, to be looked at. */
class ChartSnapshotsTest {

  @Test
  void aLongRunWithTheCrosshairOnIt() throws Exception {
    Snapshots.take(
        "chart",
        texts -> {
          var chart = new LossChart(curves(400, 0), texts);
          var root = new StackPane(chart);
          root.getStyleClass().addAll("screen", "pad-24");
          var plot = (ChartPlot) chart.lookup("#chart-plot");
          plot.cursor().set(Optional.of(127.0));
          return root;
        },
        () -> true);
    assertThat(Path.of("target/snapshots/chart-dark-pt.png")).exists();
  }

  @Test
  void twoRunsOverEachOtherOnALogarithmicScale() throws Exception {
    Snapshots.take(
        "chart-log",
        texts -> {
          var data = curves(4000, 0);
          data.setSeries(
              java.util.stream.Stream.concat(
                      data.series().stream(), curves(2600, 2).series().stream())
                  .toList());
          var chart = new LossChart(data, texts);
          chart.logarithmicProperty().set(true);
          var root = new StackPane(chart);
          root.getStyleClass().addAll("screen", "pad-24");
          return root;
        },
        () -> true);
    assertThat(Path.of("target/snapshots/chart-log-light-en.png")).exists();
  }

  /** Falls from 2.6 as a real run does, with the noise of small batches. */
  private static ChartData curves(int steps, int slot) {
    var training = new PointSeries("Training loss", PointSeries.Kind.DENSE, slot);
    var heldOut = new PointSeries("Held-out loss", PointSeries.Kind.SPARSE, slot + 1);
    var random = new Random(slot);
    for (int step = 0; step <= steps; step++) {
      double fall = Math.exp(-4.0 * step / steps);
      if (step > 0) {
        training.append(step, 1.1 + slot * 0.1 + 1.4 * fall + random.nextGaussian() * 0.18);
      }
      if (step % (steps / 20) == 0) {
        heldOut.append(step, 1.35 + slot * 0.1 + 1.2 * fall + 0.2 * step / steps);
      }
    }
    return new ChartData(training, heldOut);
  }
}
