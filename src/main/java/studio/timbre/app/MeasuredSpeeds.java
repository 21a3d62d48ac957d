package studio.timbre.app;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.OptionalDouble;
import studio.timbre.jobs.local.Cores;
import studio.timbre.model.JobEvent;

/**
 * How fast this computer trained each base model, kept in {@code speeds.json} of Timbre's folder. A guess made from it is told
 * to people, so a broken file is no fault: it counts as empty.
 */
final class MeasuredSpeeds {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Arithmetic of one core in training, as seen on ordinary computers of today: operations a second. */
  private static final double CORE = 45e9;

  /** Share of a new measurement in the figure that is kept. */
  private static final double NEWS = 0.5;

  private final Path file;

  MeasuredSpeeds(Path home) {
    this.file = home.resolve("speeds.json");
  }

  /** Tokens a second put through the model in training; empty where it was never trained here. */
  synchronized OptionalDouble of(Path base) {
    double speed = read().path(key(base)).asDouble(0);
    return speed > 0 ? OptionalDouble.of(speed) : OptionalDouble.empty();
  }

  /** Without a measurement: about four operations a parameter and token, as only the adapter is learned. */
  static double guess(long parameters) {
    return Cores.physical() * CORE / (4.0 * parameters);
  }

  /** Learns from a training that came to its end: the middle one of its steps' speeds. */
  void learn(Path base, List<JobEvent> events) {
    var steps =
        events.stream()
            .filter(JobEvent.Step.class::isInstance)
            .flatMap(event -> ((JobEvent.Step) event).machine().stream())
            .mapToDouble(JobEvent.Machine::tokensPerSecond)
            .sorted()
            .toArray();
    if (steps.length > 0) {
      measured(base, steps[steps.length / 2]);
    }
  }

  private synchronized void measured(Path base, double tokensPerSecond) {
    if (!(tokensPerSecond > 0) || Double.isInfinite(tokensPerSecond)) {
      return;
    }
    var before = of(base);
    double kept =
        before.isPresent()
            ? (1 - NEWS) * before.getAsDouble() + NEWS * tokensPerSecond
            : tokensPerSecond;
    var node = read();
    node.put(key(base), kept);
    try {
      Files.createDirectories(file.getParent());
      var draft = Files.createTempFile(file.getParent(), "speeds", ".new");
      Files.writeString(draft, node.toPrettyString());
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      System.getLogger(MeasuredSpeeds.class.getName())
          .log(System.Logger.Level.WARNING, "a measured speed was not kept", e);
    }
  }

  private ObjectNode read() {
    try {
      if (Files.exists(file) && JSON.readTree(Files.readString(file)) instanceof ObjectNode node) {
        return node;
      }
    } catch (IOException e) {
      System.getLogger(MeasuredSpeeds.class.getName())
          .log(System.Logger.Level.INFO, "speeds.json is broken and counts as empty", e);
    }
    return JSON.createObjectNode();
  }

  private static String key(Path base) {
    return base.toAbsolutePath().normalize().toString();
  }
}
