package studio.timbre.jobs.together;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import studio.timbre.jobs.remote.LenientReader;
import studio.timbre.jobs.remote.ProviderFacts.Checkpoint;
import studio.timbre.jobs.remote.ProviderFacts.Estimate;
import studio.timbre.jobs.remote.ProviderFacts.Event;
import studio.timbre.jobs.remote.ProviderFacts.Figures;
import studio.timbre.jobs.remote.ProviderFacts.File;
import studio.timbre.jobs.remote.ProviderFacts.FileState;
import studio.timbre.jobs.remote.ProviderFacts.Job;
import studio.timbre.jobs.remote.ProviderFacts.Made;
import studio.timbre.jobs.remote.ProviderFacts.Phase;
import studio.timbre.jobs.remote.ProviderFacts.Trouble;

/** Reads Together AI's answers. */
final class TogetherReader {
  private static final int BILLIONTHS = 9;

  private final LenientReader fields;

  TogetherReader(UnaryOperator<String> cleaned) {
    this.fields = new LenientReader(cleaned);
  }

  /** Its lists come as one, as {@code data}; none has pages. */
  static <T> List<T> list(JsonNode items, Function<JsonNode, T> reader) {
    var all = new ArrayList<T>();
    for (var item : items) {
      if (item.isObject()) {
        all.add(reader.apply(item));
      }
    }
    return all;
  }

  /** {@code FileResponse}. When {@code Processed} turns true is not said, so a job need not wait for it. */
  File file(JsonNode node) {
    boolean isNew = node.path("Processed").isBoolean() && !node.path("Processed").asBoolean();
    return new File(
        fields.text(node, "id"),
        fields.text(node, "filename"),
        fields.number(node, "bytes"),
        isNew ? FileState.ARRIVED : FileState.USABLE,
        "");
  }

  /** {@code FinetuneResponse}, and its truncated form in lists, which may lack the training file. */
  Job job(JsonNode node) {
    String status = fields.text(node, "status");
    var phase = phase(status);
    boolean isOver = isOver(phase);
    return new Job(
        fields.text(node, "id"),
        phase,
        status,
        fields.text(node, "training_file"),
        Map.of(),
        // Chosen when the job begins; nothing answers to it before the end.
        phase == Phase.SUCCEEDED ? fields.filled(node, "model_output_name") : Optional.empty(),
        List.of(),
        fields.whole(node, "n_epochs"),
        OptionalInt.empty(),
        isOver ? tokens(node) : OptionalLong.empty(),
        fields.time(node, "created_at"),
        isOver ? fields.time(node, "updated_at") : Optional.empty(),
        phase == Phase.FAILED ? trouble(node.path("events")) : Optional.empty(),
        new Made(
            fields.text(node, "model"),
            method(fields.text(node.path("training_method"), "method")),
            fields.text(node, "suffix")));
  }

  private static boolean isOver(Phase phase) {
    return phase == Phase.SUCCEEDED || phase == Phase.FAILED || phase == Phase.CANCELLED;
  }

  /**
   * {@code token_count}: by its client the tokens processed, by its page on prices those of all passes and of all measuring, known
   * once the data is cut into tokens. 0 until then.
   */
  private static OptionalLong tokens(JsonNode node) {
    long count = node.path("token_count").asLong(0);
    return count > 0 ? OptionalLong.of(count) : OptionalLong.empty();
  }

  /** {@code total_price} of a job that is over; that it counts billionths of a dollar is known from its client. */
  Optional<Event> price(JsonNode node) {
    var price = node.path("total_price");
    if (!isOver(phase(fields.text(node, "status"))) || !(price.asDouble(0) > 0)) {
      return Optional.empty();
    }
    var usd = BigDecimal.valueOf(price.asLong(), BILLIONTHS).setScale(2, RoundingMode.UP);
    var words = "Together AI puts the price of this job at %s USD.".formatted(usd.toPlainString());
    return Optional.of(
        new Event("price", fields.time(node, "updated_at"), "price", words, Optional.empty()));
  }

  /** Nothing where there is no estimate, as for data that was not looked over yet. */
  Optional<Estimate> estimate(JsonNode node) {
    var usd = fields.number(node, "estimated_total_price");
    boolean isThere = node.path("estimation_available").asBoolean(true);
    return isThere && usd.isPresent()
        ? Optional.of(
            new Estimate(usd.getAsDouble(), node.path("allowed_to_proceed").asBoolean(true)))
        : Optional.empty();
  }

  private static String method(String theirs) {
    return theirs.equals("sft") ? "supervised" : theirs;
  }

  private static Phase phase(String status) {
    return switch (status) {
      // One that is to end is neither waiting nor over: nothing is to be said of it.
      case "pending", "queued", "cancel_requested", "" -> Phase.WAITING;
      case "running", "compressing", "uploading" -> Phase.RUNNING;
      case "completed" -> Phase.SUCCEEDED;
      case "error" -> Phase.FAILED;
      case "cancelled" -> Phase.CANCELLED;
      default -> Phase.UNKNOWN;
    };
  }

  /** A job has no reason of its own; the event that ended it has. */
  private Optional<Trouble> trouble(JsonNode events) {
    return list(events, Function.identity()).stream()
        .filter(event -> event.path("type").asText().equals("job_error"))
        .map(event -> new Trouble("job_error", fields.text(event, "message")))
        .reduce((_, last) -> last);
  }

  /** {@code FinetuneEvent}: words, and the number of steps where it is known; 0 stands for not known. */
  Stream<Event> events(JsonNode node) {
    var time = fields.time(node, "created_at");
    String type = fields.text(node, "type");
    var words = new Event("", time, type, fields.text(node, "message"), Optional.empty());
    var total = fields.whole(node, "total_steps");
    if (total.orElse(0) == 0) {
      return Stream.of(words);
    }
    var none = OptionalDouble.empty();
    var figures = new Figures(fields.whole(node, "step"), total, none, none);
    return Stream.of(
        words, new Event("total-" + total.getAsInt(), time, "total", "", Optional.of(figures)));
  }

  /**
   * A line of the metrics: {@code train/loss} and {@code eval/loss} stand in lines of their own, both with the step of the training,
   * and the time in nanoseconds.
   */
  Event figures(JsonNode node) {
    var step = fields.whole(node, "train/global_step");
    var known = step.isPresent() ? step : fields.whole(node, "eval/global_step");
    var train = fields.number(node, "train/loss");
    var heldOut = fields.number(node, "eval/loss");
    String kind = heldOut.isPresent() ? "eval" : "train";
    return new Event(
        known.isPresent() ? kind + "-" + known.getAsInt() : "",
        fields.time(node, "timestamp"),
        kind,
        "",
        Optional.of(new Figures(known, OptionalInt.empty(), train, heldOut)));
  }

  /** Named as a new job would go on from it: by job and step. */
  Checkpoint checkpoint(String job, JsonNode node) {
    var step = fields.whole(node, "step");
    var none = OptionalDouble.empty();
    String name = job + ":" + step.orElse(0);
    return new Checkpoint(
        name,
        fields.time(node, "created_at"),
        name,
        new Figures(step, OptionalInt.empty(), none, none));
  }
}
