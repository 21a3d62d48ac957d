package studio.timbre.jobs.fireworks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import studio.timbre.jobs.fireworks.FireworksJobName.Kind;
import studio.timbre.jobs.remote.LenientReader;
import studio.timbre.jobs.remote.ProviderCalls;
import studio.timbre.jobs.remote.ProviderFacts.Figures;
import studio.timbre.jobs.remote.ProviderFacts.File;
import studio.timbre.jobs.remote.ProviderFacts.FileState;
import studio.timbre.jobs.remote.ProviderFacts.Job;
import studio.timbre.jobs.remote.ProviderFacts.Made;
import studio.timbre.jobs.remote.ProviderFacts.Named;
import studio.timbre.jobs.remote.ProviderFacts.Page;
import studio.timbre.jobs.remote.ProviderFacts.Phase;
import studio.timbre.jobs.remote.ProviderFacts.Trouble;

/** Reads Fireworks AI's answers. */
final class FireworksReader {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final LenientReader fields;

  FireworksReader(UnaryOperator<String> cleaned) {
    this.fields = new LenientReader(cleaned);
  }

  /**
   * Whether this is a page of its kind. Whether an empty list stands in the answer is not said, so what else a page has will do; an
   * answer without any of it must not pass for an empty list.
   */
  static boolean isPage(JsonNode answer, String kind) {
    return answer.path(kind).isArray()
        || answer.path("nextPageToken").isTextual()
        || answer.path("totalSize").isNumber();
  }

  /** A page under the name of its kind, with a token for the next one, which is empty or missing at the end. */
  <T extends Named> Page<T> page(JsonNode answer, String kind, Function<JsonNode, T> reader) {
    var all = new ArrayList<T>();
    for (var item : answer.path(kind)) {
      if (item.isObject()) {
        all.add(reader.apply(item));
      }
    }
    var next = fields.filled(answer, "nextPageToken");
    return new Page<>(all, next.isPresent(), next);
  }

  /**
   * A data set. One that is not ready may be empty yet, and must not be found in place of a file that was not answered: it counts as
   * empty. Sizes are not told.
   */
  File dataset(JsonNode node) {
    String id = FireworksNames.last(fields.text(node, "name"));
    boolean isReady = fields.text(node, "state").equals("READY");
    return new File(
        id,
        FireworksNames.file(id),
        isReady ? OptionalDouble.empty() : OptionalDouble.of(0),
        isReady ? FileState.USABLE : FileState.IN_WORK,
        fields.text(node.path("status"), "message"));
  }

  /** Of pairs, what is ordered of the training stands in a place of its own, and the figures are asked for under the job's name. */
  Job job(Kind kind, JsonNode node) {
    String id = FireworksNames.last(fields.text(node, "name"));
    String name = new FireworksJobName(kind, id).text();
    String state = fields.text(node, "state");
    var phase = phase(state);
    var ordered = kind == Kind.PREFERENCE ? node.path("trainingConfig") : node;
    return new Job(
        name,
        phase,
        state,
        FireworksNames.last(fields.text(node, "dataset")),
        FireworksNames.order(id).map(order -> Map.of(ProviderCalls.TAG, order)).orElseGet(Map::of),
        // Chosen when the job begins; nothing answers to it before the end.
        phase == Phase.SUCCEEDED ? fields.filled(ordered, "outputModel") : Optional.empty(),
        (kind == Kind.PREFERENCE ? metrics(name, phase) : metrics(node)).stream().toList(),
        fields.whole(ordered, "epochs"),
        OptionalInt.empty(),
        OptionalLong.empty(),
        fields.time(node, "createTime"),
        fields.time(node, "completedTime"),
        phase == Phase.FAILED ? trouble(node.path("status")) : Optional.empty(),
        new Made(
            fields.text(ordered, "baseModel"), kind.method(), fields.text(node, "displayName")));
  }

  /** A job that has not run has no figures to be missed. */
  private static Optional<String> metrics(String job, Phase phase) {
    return phase == Phase.RUNNING || phase == Phase.SUCCEEDED ? Optional.of(job) : Optional.empty();
  }

  /** An address for a while, at which the figures lie; to be opened without the key, and shown to nobody. */
  private static Optional<String> metrics(JsonNode job) {
    return address(job, "metricsFileSignedUrl");
  }

  /** The place of the figures of a job with pairs. */
  static Optional<String> metricsEndpoint(JsonNode answer) {
    return address(answer, "signedUrl");
  }

  private static Optional<String> address(JsonNode node, String field) {
    var address = node.path(field);
    return address.isTextual() && !address.asText().isBlank()
        ? Optional.of(address.asText())
        : Optional.empty();
  }

  private static Phase phase(String state) {
    return switch (state.replaceFirst("^JOB_STATE_", "")) {
      // One that is to end is neither waiting nor over: nothing is to be said of it.
      case "",
          "UNSPECIFIED",
          "CREATING",
          "CREATING_INPUT_DATASET",
          "PENDING",
          "VALIDATING",
          "RE_QUEUEING",
          "IDLE",
          "CANCELLING" ->
          Phase.WAITING;
      case "RUNNING", "WRITING_RESULTS" -> Phase.RUNNING;
      case "PAUSED" -> Phase.PAUSED;
      case "COMPLETED", "EARLY_STOPPED" -> Phase.SUCCEEDED;
      case "FAILED", "EXPIRED" -> Phase.FAILED;
      case "CANCELLED" -> Phase.CANCELLED;
      default -> Phase.UNKNOWN;
    };
  }

  private Optional<Trouble> trouble(JsonNode status) {
    String message = fields.text(status, "message");
    // It says OK as long as nobody has said anything else, also of a job that has failed.
    String code = fields.text(status, "code").replaceFirst("^OK$", "");
    return message.isBlank() && code.isBlank()
        ? Optional.empty()
        : Optional.of(new Trouble(code, message));
  }

  /**
   * A file of metrics: a JSON object a line with {@code step} and {@code train/loss}, flat or under {@code data}. Names of what is
   * measured on other data are not established; those that are usual are tried.
   */
  List<Figures> figures(byte[] content) {
    var all = new ArrayList<Figures>();
    new String(content, StandardCharsets.UTF_8)
        .lines()
        .forEach(line -> parsed(line).ifPresent(node -> all.add(figures(node))));
    return all;
  }

  private static Optional<JsonNode> parsed(String line) {
    try {
      return Optional.of(JSON.readTree(line)).filter(JsonNode::isObject);
    } catch (JsonProcessingException e) {
      // The end of a file that is just being written.
      return Optional.empty();
    }
  }

  private Figures figures(JsonNode line) {
    var data = line.path("data").isObject() ? line.path("data") : line;
    var step = fields.whole(line, "step");
    var train = fields.number(data, "train/loss");
    var heldOut = fields.number(data, "eval/loss");
    return new Figures(
        step.isPresent() ? step : fields.whole(data, "train/step"),
        OptionalInt.empty(),
        train.isPresent() ? train : fields.number(data, "loss"),
        heldOut.isPresent() ? heldOut : fields.number(data, "eval_loss"));
  }
}
