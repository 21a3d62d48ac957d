package studio.timbre.jobs.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.json.JobEventJson;
import studio.timbre.model.JobEvent;
import studio.timbre.model.JobId;

class EventStreamTest {
  private static final JobId JOB = new JobId("job-1");

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void setUp() {
    file = folder.resolve("events.jsonl");
  }

  @Test
  void halfALineWaitsForTheRest() throws Exception {
    var tail = new EventTail(file);
    assertThat(tail.poll()).isEmpty();
    String line = JobEventJson.write(remark(1, "Olá ☕")) + "\n";
    byte[] bytes = line.getBytes("UTF-8");
    int cut = line.indexOf('☕') + 2; // in the middle of the cup
    append(Arrays.copyOfRange(bytes, 0, cut));
    assertThat(tail.poll()).isEmpty();
    append(Arrays.copyOfRange(bytes, cut, bytes.length));
    assertThat(tail.poll()).containsExactly(remark(1, "Olá ☕"));
    assertThat(tail.poll()).isEmpty();
  }

  @Test
  void aWriterGoesOnBehindAKilledOne() throws Exception {
    try (var writer = new EventWriter(file)) {
      writer.append((n, time) -> new JobEvent.Log(JOB, n, time, "one"));
      writer.append((n, time) -> new JobEvent.Log(JOB, n, time, "two"));
    }
    append("{\"type\":\"log\",\"job\":\"jo".getBytes("UTF-8"));
    var tail = new EventTail(file);
    assertThat(tail.poll()).hasSize(2);
    try (var writer = new EventWriter(file)) {
      writer.append((n, time) -> new JobEvent.Log(JOB, n, time, "three"));
    }
    var rest = tail.poll();
    assertThat(rest).singleElement().extracting(JobEvent::sequence).isEqualTo(3L);
    assertThat(EventTail.readAll(file)).hasSize(3);
  }

  @Test
  void aLineThatIsNoEventIsPassedOver() throws Exception {
    append("noise from elsewhere\n".getBytes("UTF-8"));
    append((JobEventJson.write(remark(1, "x")) + "\n").getBytes("UTF-8"));
    assertThat(EventTail.readAll(file)).hasSize(1);
  }

  private static JobEvent remark(long sequence, String text) {
    return new JobEvent.Log(JOB, sequence, Instant.EPOCH, text);
  }

  private void append(byte[] bytes) throws Exception {
    Files.write(file, bytes, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}
