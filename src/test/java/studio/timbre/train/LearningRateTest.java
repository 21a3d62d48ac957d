package studio.timbre.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.timbre.model.TrainingSpec.Schedule;

/** The rates are those that transformers.get_scheduler gives for the same steps and warm-up. */
class LearningRateTest {

  @ParameterizedTest
  @CsvSource({
    "constant, 0, '2e-4 2e-4 2e-4 2e-4 2e-4 2e-4 2e-4 2e-4 2e-4 2e-4'",
    "constant, 0.3, '0 6.66666666667e-05 0.000133333333333 2e-4 2e-4 2e-4 2e-4 2e-4 2e-4 2e-4'",
    "linear, 0, '2e-4 1.8e-4 1.6e-4 1.4e-4 1.2e-4 1e-4 8e-5 6e-5 4e-5 2e-5'",
    "linear, 0.3, '0 6.66666666667e-05 0.000133333333333 2e-4 0.000171428571429 0.000142857142857"
        + " 0.000114285714286 8.57142857143e-05 5.71428571429e-05 2.85714285714e-05'",
    "cosine, 0, '2e-4 0.00019510565163 0.000180901699437 0.000158778525229 0.000130901699437"
        + " 0.0001 6.90983005625e-05 4.12214747708e-05 1.90983005625e-05 4.89434837048e-06'",
    "cosine, 0.3, '0 6.66666666667e-05 0.000133333333333 2e-4 0.00019009688679 0.000162348980186"
        + " 0.000122252093396 7.77479066044e-05 3.76510198141e-05 9.90311320976e-06'",
    "cosine, 0.7, '0 4e-05 8e-05 0.00012 0.00016 2e-4 1e-4'"
  })
  void ratesAreThoseOfTransformers(String schedule, double warmup, String rates) {
    var expected = rates.split(" ", -1);
    var spec =
        Specs.of(
            s -> s.schedule(Schedule.valueOf(schedule.toUpperCase(Locale.ROOT))).warmup(warmup));

    var learningRate = new LearningRate(spec, expected.length);

    for (int step : IntStream.range(0, expected.length).toArray()) {
      assertThat(learningRate.at(step))
          .as("step %d", step)
          .isCloseTo(Double.parseDouble(expected[step]), within(1e-14));
    }
  }
}
