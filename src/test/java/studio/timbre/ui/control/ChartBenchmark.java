package studio.timbre.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import javafx.scene.Scene;
import org.junit.jupiter.api.Test;
import studio.timbre.ui.Snapshots;
import studio.timbre.ui.fx.Texts;
import studio.timbre.ui.shell.Theme;

/** How long the chart needs to draw a million points: {@code mvn -Pbench verify}, target/bench/chart.json. */
class ChartBenchmark {
  private static final int POINTS = 1_000_000;
  private static final int FRAMES = 60;

  @Test
  void aMillionPoints() throws Exception {
    var training = new PointSeries("Training loss", PointSeries.Kind.DENSE, 0);
    var random = new Random(1);
    long begin = System.nanoTime();
    for (int step = 1; step <= POINTS; step++) {
      training.append(step, 1 + random.nextDouble());
    }
    double append = (System.nanoTime() - begin) / 1e6;
    var data = new ChartData(training);
    var chart = Snapshots.onScreen(() -> new LossChart(data, Texts.of(Locale.ENGLISH)));
    var scene = Snapshots.onScreen(() -> new Scene(chart, 1280, 400));
    var times = new double[FRAMES];
    double smooth =
        Snapshots.onScreen(
            () -> {
              Theme.LIGHT.apply(scene);
              chart.applyCss();
              chart.layout();
              for (int frame = 0; frame < FRAMES; frame++) {
                long start = System.nanoTime();
                data.changed();
                chart.layout();
                times[frame] = (System.nanoTime() - start) / 1e6;
              }
              long start = System.nanoTime();
              data.smoothWith(0.5);
              return (System.nanoTime() - start) / 1e6;
            });
    Arrays.sort(times);
    Files.createDirectories(Path.of("target/bench"));
    Files.writeString(
        Path.of("target/bench/chart.json"),
        String.format(
            Locale.ROOT,
            "{\"points\": %d, \"append_ms\": %.1f, \"frame_ms_median\": %.2f, \"frame_ms_worst\": %.2f,"
                + " \"smooth_again_ms\": %.1f}%n",
            POINTS,
            append,
            times[FRAMES / 2],
            times[FRAMES - 1],
            smooth));
    assertThat(times[FRAMES / 2]).isLessThan(50);
  }
}
