package studio.timbre.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.timbre.model.JobEvent;
import studio.timbre.model.JobId;

class JobEventJsonTest {
  private static final JobId JOB = new JobId("run-7");
  private static final Instant TIME = Instant.parse("2026-11-22T10:15:30.123456Z");

  @Test
  void everyKindOfEventComesBack() {
    List<JobEvent> events =
        List.of(
            new JobEvent.Queued(JOB, 1, TIME),
            new JobEvent.Started(JOB, 2, TIME, 0, 90, 3.0, 120, 30, 9876543210L),
            new JobEvent.Step(JOB, 3, TIME, 1, 0.033, 2.5, 1e-5, 0.7, 812.5, 3_000_000_000L, 61.5),
            new JobEvent.Evaluated(JOB, 4, TIME, 1, 2.25, 1234),
            new JobEvent.Checkpoint(JOB, 5, TIME, 1, "checkpoints/step-1"),
            new JobEvent.Log(JOB, 6, TIME, "two\nlines \"quoted\""),
            new JobEvent.Paused(JOB, 7, TIME, 1),
            new JobEvent.Finished(JOB, 8, TIME, 90, "result", 1.5, OptionalDouble.of(1.75), 30.5),
            new JobEvent.Finished(JOB, 9, TIME, 90, "result", 1.5, OptionalDouble.empty(), 30.5),
            new JobEvent.Failed(
                JOB, 10, TIME, "out_of_memory", "It is full.", Optional.of("trace")),
            new JobEvent.Failed(JOB, 11, TIME, "out_of_memory", "It is full.", Optional.empty()),
            new JobEvent.Cancelled(JOB, 12, TIME, 4),
            new JobEvent.Sending(JOB, 13, TIME, "timbre-run-7.jsonl", 5, 9_876_543_210L),
            new JobEvent.Rewarded(
                JOB, 14, TIME, 4, OptionalDouble.of(-0.5), OptionalDouble.empty()),
            new JobEvent.Rewarded(
                JOB, 15, TIME, 4, OptionalDouble.empty(), OptionalDouble.of(0.75)));
    for (var event : events) {
      String line = JobEventJson.write(event);
      assertThat(line).doesNotContain("\n");
      assertThat(JobEventJson.read(line)).contains(event);
    }
  }

  @Test
  void aStepHasTheNamesThatScriptsReadAndALossThatIsNoNumberIsNull() {
    var step = new JobEvent.Step(JOB, 3, TIME, 1, 0.5, Double.NaN, 1e-5, 0.7, 812.5, 3, 61.5);
    assertThat(JobEventJson.write(step))
        .isEqualTo(
            "{\"type\":\"step\",\"job\":\"run-7\",\"sequence\":3,\"time\":\"2026-11-22T10:15:30.123456Z\","
                + "\"step\":1,\"epoch\":0.5,\"train_loss\":null,\"learning_rate\":1.0E-5,\"gradient_norm\":0.7,"
                + "\"tokens_per_second\":812.5,\"peak_memory_bytes\":3,\"seconds_left\":61.5}");
    assertThat(JobEventJson.read(JobEventJson.write(step))).contains(step);
  }

  @Test
  void unknownKeysArePassedOver() {
    assertThat(
            JobEventJson.read(
                "{\"colour\":[1],\"type\":\"queued\",\"job\":\"run-7\",\"sequence\":1,\"time\":\"2026-11-22T10:15:30.123456Z\"}"))
        .contains(new JobEvent.Queued(JOB, 1, TIME));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "{\"type\":\"step\",\"job\":\"run-7\",\"sequ",
        "{\"type\":\"danced\",\"job\":\"run-7\",\"sequence\":1,\"time\":\"2026-11-22T10:15:30Z\"}",
        "{\"type\":\"queued\",\"job\":\"../x\",\"sequence\":1,\"time\":\"2026-11-22T10:15:30Z\"}",
        "{\"type\":\"queued\",\"job\":\"run-7\",\"sequence\":1,\"time\":\"yesterday\"}",
      })
  void whatIsNoEventIsEmpty(String line) {
    assertThat(JobEventJson.read(line)).isEmpty();
  }
}
