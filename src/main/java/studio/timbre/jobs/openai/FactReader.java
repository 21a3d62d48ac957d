package studio.timbre.jobs.openai;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import studio.timbre.jobs.remote.PartCalls;
import studio.timbre.jobs.remote.ProviderFacts.Checkpoint;
import studio.timbre.jobs.remote.ProviderFacts.Event;
import studio.timbre.jobs.remote.ProviderFacts.Figures;
import studio.timbre.jobs.remote.ProviderFacts.File;
import studio.timbre.jobs.remote.ProviderFacts.FileState;
import studio.timbre.jobs.remote.ProviderFacts.Job;
import studio.timbre.jobs.remote.ProviderFacts.Made;
import studio.timbre.jobs.remote.ProviderFacts.Named;
import studio.timbre.jobs.remote.ProviderFacts.Page;
import studio.timbre.jobs.remote.ProviderFacts.Phase;
import studio.timbre.jobs.remote.ProviderFacts.Reward;
import studio.timbre.jobs.remote.ProviderFacts.Trouble;

/**
 * Reads answers as trees. The SDK's own objects refuse a list for one odd entry and an odd field at its getter; providers other
 * than OpenAI leave fields out, set them to null and add their own.
 */
final class FactReader {
  private final Function<String, String> cleaned;

  /**
   * @param cleaned makes a provider's words fit to be shown and kept
   */
  FactReader(Function<String, String> cleaned) {
    this.cleaned = cleaned;
  }

  <T extends Named> Page<T> page(JsonNode answer, Function<JsonNode, T> reader) {
    var items = new ArrayList<T>();
    for (var item : answer.path("data")) {
      if (item.isObject()) {
        items.add(reader.apply(item));
      }
    }
    // Where nothing is said, the next page tells.
    return new Page<>(items, answer.path("has_more").asBoolean(!items.isEmpty()));
  }

  File file(JsonNode node) {
    return new File(
        text(node, "id"),
        text(node, "filename"),
        number(node, "bytes"),
        fileState(text(node, "status")),
        text(node, "status_details"));
  }

  String id(JsonNode node) {
    return text(node, "id");
  }

  PartCalls.Opened upload(JsonNode node) {
    return new PartCalls.Opened(id(node), time(node, "expires_at"));
  }

  Job job(JsonNode node) {
    var metadata = new LinkedHashMap<String, String>();
    node.path("metadata")
        .properties()
        .forEach(e -> metadata.put(e.getKey(), e.getValue().asText()));
    var results = new ArrayList<String>();
    node.path("result_files").forEach(each -> results.add(each.asText()));
    return new Job(
        text(node, "id"),
        phase(text(node, "status")),
        text(node, "status"),
        text(node, "training_file"),
        metadata,
        Optional.of(text(node, "fine_tuned_model")).filter(name -> !name.isBlank()),
        List.copyOf(results),
        epochs(node),
        whole(node, "total_steps"),
        trainedTokens(node),
        time(node, "created_at"),
        time(node, "finished_at"),
        trouble(node.path("error")),
        new Made(
            text(node, "model"),
            text(node.path("method"), "type"),
            text(node, "user_provided_suffix")));
  }

  /** Some providers write 0 until they know. */
  private static OptionalLong trainedTokens(JsonNode node) {
    long tokens = node.path("trained_tokens").asLong(0);
    return tokens > 0 ? OptionalLong.of(tokens) : OptionalLong.empty();
  }

  /** Providers that tell no state let a file be used at once. */
  private static FileState fileState(String status) {
    return switch (status) {
      case "error" -> FileState.REFUSED;
      case "uploaded" -> FileState.ARRIVED;
      case "pending", "running", "processing" -> FileState.IN_WORK;
      default -> FileState.USABLE;
    };
  }

  private static Phase phase(String status) {
    return switch (status.toLowerCase(Locale.ROOT)) {
      case "validating_files", "queued", "pending", "created", "" -> Phase.WAITING;
      case "running" -> Phase.RUNNING;
      case "paused" -> Phase.PAUSED;
      case "succeeded" -> Phase.SUCCEEDED;
      case "failed" -> Phase.FAILED;
      case "cancelled" -> Phase.CANCELLED;
      default -> Phase.UNKNOWN;
    };
  }

  private static OptionalInt epochs(JsonNode job) {
    var old = whole(job.path("hyperparameters"), "n_epochs");
    return old.isPresent()
        ? old
        : StreamSupport.stream(job.path("method").spliterator(), false)
            .map(method -> whole(method.path("hyperparameters"), "n_epochs"))
            .filter(OptionalInt::isPresent)
            .findFirst()
            .orElse(OptionalInt.empty());
  }

  private Optional<Trouble> trouble(JsonNode error) {
    String message = text(error, "message");
    String code = text(error, "code");
    return message.isBlank() && code.isBlank()
        ? Optional.empty()
        : Optional.of(new Trouble(code, message));
  }

  Event event(JsonNode node) {
    var figures = figures(node.path("data"), node.path("data"));
    return new Event(
        text(node, "id"),
        time(node, "created_at"),
        text(node, "type"),
        text(node, "message"),
        figures.isMeasured() ? Optional.of(figures) : Optional.empty());
  }

  Checkpoint checkpoint(JsonNode node) {
    String name = text(node, "fine_tuned_model_checkpoint");
    String id = text(node, "id");
    var metrics = figures(node, node.path("metrics"));
    return new Checkpoint(id, time(node, "created_at"), name.isBlank() ? id : name, metrics);
  }

  private static Figures figures(JsonNode outer, JsonNode metrics) {
    var step = whole(outer, "step_number");
    var whole = number(metrics, "full_valid_loss");
    return new Figures(
        step.isPresent() ? step : whole(metrics, "step"),
        whole(metrics, "total_steps"),
        number(metrics, "train_loss"),
        whole.isPresent() ? whole : number(metrics, "valid_loss"),
        reward(metrics));
  }

  /** Grades stand in an object of their own, and in older jobs beside the rest. They may be below 0. */
  private static Reward reward(JsonNode metrics) {
    var scores = metrics.path("scores");
    return new Reward(
        first(scores.path("train_reward_mean"), metrics.path("train_mean_reward")),
        first(
            scores.path("valid_reward_mean"),
            metrics.path("full_valid_mean_reward"),
            metrics.path("valid_mean_reward")));
  }

  private static OptionalDouble first(JsonNode... values) {
    return Arrays.stream(values)
        .filter(value -> value.isNumber() && Double.isFinite(value.asDouble()))
        .mapToDouble(JsonNode::asDouble)
        .findFirst();
  }

  private String text(JsonNode node, String field) {
    var value = node.path(field);
    return value.isTextual() ? cleaned.apply(value.asText()) : "";
  }

  /** A finite number that is not negative; OpenAI writes -1 for an accuracy or a loss that was not measured. */
  private static OptionalDouble number(JsonNode node, String field) {
    var value = node.path(field);
    return value.isNumber() && Double.isFinite(value.asDouble()) && value.asDouble() >= 0
        ? OptionalDouble.of(value.asDouble())
        : OptionalDouble.empty();
  }

  private static OptionalInt whole(JsonNode node, String field) {
    var number = number(node, field);
    return number.isPresent() && number.getAsDouble() <= Integer.MAX_VALUE
        ? OptionalInt.of((int) number.getAsDouble())
        : OptionalInt.empty();
  }

  private static Optional<Instant> time(JsonNode node, String field) {
    var value = node.path(field);
    return value.isNumber() && value.asLong() > 0 && value.asLong() < 253_402_300_800L
        ? Optional.of(Instant.ofEpochSecond(value.asLong()))
        : Optional.empty();
  }
}
