package studio.timbre.app;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.ThreadLocalRandom;
import studio.timbre.model.JobId;

/** Names for new runs: when they were asked for, so that folders sort, and something that makes them different. */
final class RunNames {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  private RunNames() {}

  static JobId fresh(Instant now) {
    return new JobId(
        "run-%s-%04x".formatted(TIME.format(now), ThreadLocalRandom.current().nextInt(0x10000)));
  }
}
