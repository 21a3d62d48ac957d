package studio.timbre.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import studio.timbre.model.JobEvent;
import studio.timbre.model.JobId;

class RunStoryTest {
  private static final JobId RUN = new JobId("run-1");

  private final RunStory story = new RunStory();

  @Test
  void aRunThatRestedTookTheTimeOfItsParts() {
    started(0, 0);
    story.add(new JobEvent.Paused(RUN, 2, at(90), 20));
    assertThat(story.seconds()).isEmpty();
    story.add(new JobEvent.Queued(RUN, 3, at(5000)));
    started(5010, 20);
    story.add(new JobEvent.Finished(RUN, 5, at(5070), 40, "result", 3, OptionalDouble.empty(), 60));
    assertThat(story.seconds()).hasValue(150);
  }

  private void started(int second, int fromStep) {
    story.add(new JobEvent.Started(RUN, 1, at(second), fromStep, 40, 1, 178, 30, 9_813));
  }

  private static Instant at(int second) {
    return Instant.parse("2026-11-22T10:00:00Z").plusSeconds(second);
  }
}
