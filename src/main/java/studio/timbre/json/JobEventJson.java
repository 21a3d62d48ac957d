package studio.timbre.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.OptionalDouble;
import studio.timbre.model.JobEvent;
import studio.timbre.model.JobEvent.Cancelled;
import studio.timbre.model.JobEvent.Checkpoint;
import studio.timbre.model.JobEvent.Evaluated;
import studio.timbre.model.JobEvent.Failed;
import studio.timbre.model.JobEvent.Finished;
import studio.timbre.model.JobEvent.Log;
import studio.timbre.model.JobEvent.Machine;
import studio.timbre.model.JobEvent.Paused;
import studio.timbre.model.JobEvent.Queued;
import studio.timbre.model.JobEvent.Rewarded;
import studio.timbre.model.JobEvent.Sending;
import studio.timbre.model.JobEvent.Started;
import studio.timbre.model.JobEvent.Step;
import studio.timbre.model.JobId;

/**
 * What happens in a training run, one JSON object a line: {@code type}, {@code job}, {@code sequence}, {@code time} (ISO 8601,
 * UTC) and the fields of the kind, as {@code train_loss}. A number that JSON cannot write (NaN, infinity) is null.
 */
public final class JobEventJson {
  private JobEventJson() {}

  /** One line, without a line break at its end. */
  public static String write(JobEvent event) {
    var node = JsonNodeFactory.instance.objectNode();
    node.put("type", type(event));
    node.put("job", event.job().value());
    node.put("sequence", event.sequence());
    node.put("time", event.time().toString());
    switch (event) {
      case Queued _ -> {}
      case Sending sending -> {
        node.put("file", sending.file());
        node.put("sent_bytes", sending.sentBytes());
        node.put("total_bytes", sending.totalBytes());
      }
      case Started started -> {
        node.put("from_step", started.fromStep());
        node.put("total_steps", started.totalSteps());
        number(node, "epochs", started.epochs());
        node.put("examples", started.examples());
        node.put("held_out", started.heldOut());
        node.put("answer_tokens", started.answerTokens());
      }
      case Step step -> {
        node.put("step", step.step());
        number(node, "epoch", step.epoch());
        number(node, "train_loss", step.trainLoss());
        step.machine().ifPresent(machine -> write(node, machine));
      }
      case Evaluated evaluated -> {
        node.put("step", evaluated.step());
        number(node, "eval_loss", evaluated.evalLoss());
        node.put("answer_tokens", evaluated.answerTokens());
      }
      case Rewarded rewarded -> {
        node.put("step", rewarded.step());
        rewarded.train().ifPresent(mean -> number(node, "train_reward", mean));
        rewarded.heldOut().ifPresent(mean -> number(node, "eval_reward", mean));
      }
      case Checkpoint checkpoint -> {
        node.put("step", checkpoint.step());
        node.put("folder", checkpoint.folder());
      }
      case Log log -> node.put("message", log.message());
      case Paused paused -> node.put("step", paused.step());
      case Finished finished -> {
        node.put("step", finished.step());
        node.put("result", finished.result());
        number(node, "train_loss", finished.trainLoss());
        finished.evalLoss().ifPresent(loss -> number(node, "eval_loss", loss));
        number(node, "seconds", finished.seconds());
      }
      case Failed failed -> {
        node.put("code", failed.code());
        node.put("message", failed.message());
        failed.detail().ifPresent(detail -> node.put("detail", detail));
      }
      case Cancelled cancelled -> node.put("step", cancelled.step());
    }
    return node.toString();
  }

  private static void write(ObjectNode node, Machine machine) {
    number(node, "learning_rate", machine.learningRate());
    number(node, "gradient_norm", machine.gradientNorm());
    number(node, "tokens_per_second", machine.tokensPerSecond());
    node.put("peak_memory_bytes", machine.peakMemoryBytes());
    number(node, "seconds_left", machine.secondsLeft());
  }

  private static Optional<Machine> machine(ObjectNode node) {
    return node.has("peak_memory_bytes")
        ? Optional.of(
            new Machine(
                number(node, "learning_rate"),
                number(node, "gradient_norm"),
                number(node, "tokens_per_second"),
                node.path("peak_memory_bytes").asLong(),
                number(node, "seconds_left")))
        : Optional.empty();
  }

  private static String type(JobEvent event) {
    return switch (event) {
      case Queued _ -> "queued";
      case Sending _ -> "sending";
      case Started _ -> "started";
      case Step _ -> "step";
      case Evaluated _ -> "evaluated";
      case Rewarded _ -> "rewarded";
      case Checkpoint _ -> "checkpoint";
      case Log _ -> "log";
      case Paused _ -> "paused";
      case Finished _ -> "finished";
      case Failed _ -> "failed";
      case Cancelled _ -> "cancelled";
    };
  }

  /**
   * Reads a line. Keys that are not known are passed over. Empty when the line is no event that this version knows: another
   * type, or a line that a killed worker left half written.
   */
  public static Optional<JobEvent> read(String line) {
    try {
      var node = JsonTree.object(line);
      return read(
          node,
          new JobId(node.path("job").asText()),
          node.path("sequence").asLong(),
          Instant.parse(node.path("time").asText()));
    } catch (IllegalArgumentException | DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private static Optional<JobEvent> read(ObjectNode node, JobId job, long sequence, Instant time) {
    int step = node.path("step").asInt();
    return Optional.ofNullable(
        switch (node.path("type").asText()) {
          case "queued" -> new Queued(job, sequence, time);
          case "started" ->
              new Started(
                  job,
                  sequence,
                  time,
                  node.path("from_step").asInt(),
                  node.path("total_steps").asInt(),
                  number(node, "epochs"),
                  node.path("examples").asInt(),
                  node.path("held_out").asInt(),
                  node.path("answer_tokens").asLong());
          case "step" ->
              new Step(
                  job,
                  sequence,
                  time,
                  step,
                  number(node, "epoch"),
                  number(node, "train_loss"),
                  machine(node));
          case "evaluated" ->
              new Evaluated(
                  job,
                  sequence,
                  time,
                  step,
                  number(node, "eval_loss"),
                  node.path("answer_tokens").asLong());
          case "sending" ->
              new Sending(
                  job,
                  sequence,
                  time,
                  node.path("file").asText(),
                  node.path("sent_bytes").asLong(),
                  node.path("total_bytes").asLong());
          case "rewarded" ->
              new Rewarded(
                  job,
                  sequence,
                  time,
                  step,
                  optional(node, "train_reward"),
                  optional(node, "eval_reward"));
          case "checkpoint" ->
              new Checkpoint(job, sequence, time, step, node.path("folder").asText());
          case "log" -> new Log(job, sequence, time, node.path("message").asText());
          case "paused" -> new Paused(job, sequence, time, step);
          case "finished" ->
              new Finished(
                  job,
                  sequence,
                  time,
                  step,
                  node.path("result").asText(),
                  number(node, "train_loss"),
                  optional(node, "eval_loss"),
                  number(node, "seconds"));
          case "failed" ->
              new Failed(
                  job,
                  sequence,
                  time,
                  node.path("code").asText(),
                  node.path("message").asText(),
                  Optional.of(node.path("detail"))
                      .filter(JsonNode::isTextual)
                      .map(JsonNode::asText));
          case "cancelled" -> new Cancelled(job, sequence, time, step);
          default -> null;
        });
  }

  private static void number(ObjectNode node, String key, double value) {
    if (Double.isFinite(value)) {
      node.put(key, value);
    } else {
      node.putNull(key);
    }
  }

  private static OptionalDouble optional(JsonNode node, String key) {
    return node.has(key) ? OptionalDouble.of(number(node, key)) : OptionalDouble.empty();
  }

  private static double number(JsonNode node, String key) {
    return node.path(key).asDouble(Double.NaN);
  }
}
