package studio.timbre.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import studio.timbre.ui.fx.Texts;
import studio.timbre.ui.shell.Theme;

@ExtendWith(ApplicationExtension.class)
class LossChartTest {
  private PointSeries training = new PointSeries("training loss", PointSeries.Kind.DENSE, 0);
  private PointSeries heldOut = new PointSeries("held-out loss", PointSeries.Kind.SPARSE, 1);
  private ChartData data = new ChartData(training, heldOut);
  private LossChart chart;

  @Start
  void start(Stage stage) {
    chart = new LossChart(data, Texts.of(Locale.ENGLISH));
    var scene = new Scene(chart, 800, 400);
    Theme.LIGHT.apply(scene);
    stage.setScene(scene);
    stage.show();
  }

  @Test
  void saysThatTheCurveIsStillToCome(FxRobot robot) {
    assertThat(robot.lookup(".loss-chart-empty").queryAs(Label.class).isVisible()).isTrue();
    assertThat(chart.summary()).isEqualTo("The curve begins with the first step.");
  }

  @Test
  void tellsAScreenReaderTheNewestValues(FxRobot robot) {
    fill(robot, 140);
    assertThat(plot(robot).getAccessibleText())
        .isEqualTo(
            "training loss 1.71 smoothed, 1.23 measured, at step 140, held-out loss 1.40 at step 140");
    robot.interact(() -> chart.smoothingProperty().set(0));
    assertThat(plot(robot).getAccessibleText())
        .isEqualTo("training loss 1.23 at step 140, held-out loss 1.40 at step 140");
    assertThat(robot.lookup(".loss-chart-empty").queryAs(Label.class).isVisible()).isFalse();
  }

  @Test
  void drawsTheCurvesInTheColoursOfTheTheme(FxRobot robot) {
    fill(robot, 140);
    assertThat(colours(robot)).contains(Color.web("#0b7285")).doesNotContain(Color.web("#4dbdd0"));
    robot.interact(() -> Theme.DARK.apply(chart.getScene()));
    assertThat(colours(robot)).contains(Color.web("#4dbdd0")).doesNotContain(Color.web("#0b7285"));
  }

  @Test
  void theArrowKeysReadTheCurveStepByStep(FxRobot robot) {
    fill(robot, 140);
    robot.interact(() -> plot(robot).requestFocus());
    robot.type(KeyCode.LEFT);
    robot.type(KeyCode.LEFT);
    assertThat(plot(robot).cursor().get()).contains(139.0);
    assertThat(plot(robot).getAccessibleText())
        .isEqualTo(
            "training loss 1.76 smoothed, 2.00 measured, at step 139, held-out loss 1.50 at step 120");
    assertThat(robot.lookup(".loss-chart-readout-step").queryAs(Label.class).getText())
        .isEqualTo("Step 139");
    robot.type(KeyCode.HOME);
    assertThat(plot(robot).cursor().get()).contains(1.0);
    robot.type(KeyCode.ESCAPE);
    assertThat(plot(robot).cursor().get()).isEmpty();
  }

  @Test
  void theNumberBesideTheCrosshairIsTheOneThatItsMarkStandsOn(FxRobot robot) {
    fill(robot, 140);
    robot.interact(() -> plot(robot).cursor().set(Optional.of(139.0)));
    var number = Texts.of(Locale.ENGLISH).number(training.smoothed(138), 3);
    assertThat(number).isNotEqualTo("2.000");
    assertThat(shownNumbers(robot)).containsExactly(number, "1.500");
    assertThat(asides(robot)).containsExactly("measured 2.000", "at step 120");
    robot.interact(() -> chart.smoothingProperty().set(0));
    robot.interact(() -> chart.layout());
    assertThat(shownNumbers(robot)).containsExactly("2.000", "1.500");
    assertThat(asides(robot)).containsExactly("at step 120");
  }

  @Test
  void zoomsByKeyAndButton(FxRobot robot) {
    fill(robot, 1000);
    var whole = robot.lookup("#chart-whole").queryAs(Button.class);
    assertThat(whole.isDisabled()).isTrue();
    robot.interact(() -> plot(robot).requestFocus());
    robot.type(KeyCode.PLUS);
    robot.type(KeyCode.PLUS);
    assertThat(shown(robot).length()).isLessThan(700);
    robot.type(KeyCode.MINUS);
    assertThat(plot(robot).window().get().isWhole()).isFalse();
    robot.interact(whole::fire);
    assertThat(plot(robot).window().get().isWhole()).isTrue();
    robot.type(KeyCode.PLUS);
    robot.type(KeyCode.DIGIT0);
    assertThat(plot(robot).window().get().isWhole()).isTrue();
  }

  @Test
  void draggingLooksAtWhatWasDraggedOverAndADoubleClickAtEverything(FxRobot robot) {
    fill(robot, 1000);
    var frame = plot(robot).frame().get().orElseThrow();
    var from = plot(robot).localToScreen(frame.toX(200), 100);
    var to = plot(robot).localToScreen(frame.toX(400), 120);
    robot.drag(from.getX(), from.getY()).dropTo(to.getX(), to.getY());
    assertThat(shown(robot).low()).isBetween(195.0, 205.0);
    assertThat(shown(robot).high()).isBetween(395.0, 405.0);
    robot.doubleClickOn(plot(robot));
    assertThat(plot(robot).window().get().isWhole()).isTrue();
  }

  @Test
  void aWiderSmoothingMakesACalmerLine(FxRobot robot) {
    fill(robot, 200);
    double before = wobble();
    robot.interact(() -> robot.lookup("#chart-smoothing").queryAs(Slider.class).setValue(0.98));
    assertThat(wobble()).isLessThan(before / 2);
    robot.interact(() -> robot.lookup("#chart-smoothing").queryAs(Slider.class).setValue(0));
    assertThat(training.smoothed(100)).isEqualTo(training.y(100));
  }

  @Test
  void theLogarithmicScaleKeepsAllPositiveValuesInSight(FxRobot robot) {
    fill(robot, 200);
    robot.interact(() -> chart.logarithmicProperty().set(true));
    robot.interact(() -> chart.layout());
    var frame = plot(robot).frame().get().orElseThrow();
    assertThat(frame.y().logarithmic()).isTrue();
    assertThat(frame.y().span().contains(1.23)).isTrue();
  }

  private void fill(FxRobot robot, int steps) {
    robot.interact(
        () -> {
          for (int step = 1; step <= steps; step++) {
            training.append(step, step == steps ? 1.23 : 1.5 + step % 2 * 0.5);
          }
          heldOut.append(0, 2);
          heldOut.append(steps - 20, 1.5);
          heldOut.append(steps, 1.4);
          data.changed();
        });
  }

  private static List<String> shownNumbers(FxRobot robot) {
    return texts(robot, ".loss-chart-readout-number");
  }

  private static List<String> asides(FxRobot robot) {
    return texts(robot, ".loss-chart-readout-aside");
  }

  private static List<String> texts(FxRobot robot, String selector) {
    return robot.lookup(selector).queryAllAs(Label.class).stream().map(Label::getText).toList();
  }

  private Set<Color> colours(FxRobot robot) {
    var seen = new HashSet<Color>();
    robot.interact(
        () -> {
          var picture = plot(robot).snapshot(null, null);
          for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
              seen.add(picture.getPixelReader().getColor(x, y));
            }
          }
        });
    return seen;
  }

  private double wobble() {
    double most = 0;
    for (int index = 51; index < 150; index++) {
      most = Math.max(most, Math.abs(training.smoothed(index) - training.smoothed(index - 1)));
    }
    return most;
  }

  private Span shown(FxRobot robot) {
    return plot(robot).window().get().visible(data.extent().orElseThrow());
  }

  private static ChartPlot plot(FxRobot robot) {
    return robot.lookup("#chart-plot").queryAs(ChartPlot.class);
  }
}
