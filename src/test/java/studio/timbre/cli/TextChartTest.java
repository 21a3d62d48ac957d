package studio.timbre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import studio.timbre.model.JobEvent;
import studio.timbre.model.JobId;

class TextChartTest {
  private static final JobId JOB = new JobId("job-1");

  private final TextChart chart = new TextChart();

  @Test
  void aFallingLossFallsFromTheUpperLeftToTheLowerRight() {
    chart.add(started(0, 50));
    for (int step = 1; step <= 50; step++) {
      chart.add(step(step, 3.0 - step * 0.02));
    }
    var lines = chart.lines(60, 11);
    assertThat(lines).hasSize(13).allMatch(line -> line.length() <= 60);
    int previous = -1;
    for (String line : lines.subList(0, 11)) {
      int first = line.indexOf('·');
      if (first >= 0) {
        assertThat(first).isGreaterThan(previous);
        previous = first;
      }
    }
    assertThat(lines.getFirst()).startsWith("  3.0");
    assertThat(lines.get(10)).startsWith("  1.9");
    assertThat(lines.getLast()).contains("held out").endsWith("step 50");
  }

  @Test
  void heldOutLossesStandWhereTheyWereMeasured() {
    chart.add(started(0, 10));
    chart.add(evaluated(0, 3));
    chart.add(evaluated(10, 2));
    var lines = chart.lines(58, 5);
    assertThat(lines.getFirst().indexOf('o')).isEqualTo(8);
    assertThat(lines.get(4).lastIndexOf('o')).isEqualTo(57);
  }

  @Test
  void stepsToldAgainAfterAResumeTakeTheOldOnesPlace() {
    chart.add(started(0, 10));
    chart.add(step(1, 2));
    chart.add(step(2, 90));
    chart.add(started(1, 10));
    chart.add(step(2, 2));
    assertThat(chart.lines(40, 5)).noneMatch(line -> line.contains("90."));
  }

  @Test
  void aLossThatIsNoNumberIsLeftOut() {
    chart.add(started(0, 10));
    chart.add(step(1, Double.NaN));
    assertThat(chart.lines(40, 5)).isEqualTo(List.of());
  }

  private static JobEvent started(int from, int total) {
    return new JobEvent.Started(JOB, 1, Instant.EPOCH, from, total, 1, 1, 1, 1);
  }

  private static JobEvent step(int step, double loss) {
    return new JobEvent.Step(JOB, 1, Instant.EPOCH, step, 0, loss, 0, 0, 0, 0, 0);
  }

  private static JobEvent evaluated(int step, double loss) {
    return new JobEvent.Evaluated(JOB, 1, Instant.EPOCH, step, loss, 1);
  }
}
