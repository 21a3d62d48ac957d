package studio.timbre.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import studio.timbre.model.JobLimits;

/**
 * Reads what OpenAI's {@code GET /fine_tuning/model_limits} answers. The guide on rate limits names this call (as of 2026-07-15); the
 * published specification does not, nor is the form of its answer documented anywhere. Programs in public repositories read it as an
 * object from the name of a model to {@code max_total_jobs}, {@code max_concurrent_jobs} and {@code active_jobs}; others as a list of
 * objects with a {@code model} in {@code data}, their numbers perhaps in {@code limits}. All of these are taken, and whatever is none
 * of them says nothing.
 */
final class LimitsAnswer {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final int MOST_MODELS = 500;

  private LimitsAnswer() {}

  static AccountLimits read(byte[] body) {
    try {
      return read(MAPPER.readTree(body));
    } catch (IOException e) {
      return AccountLimits.NONE;
    }
  }

  private static AccountLimits read(JsonNode root) {
    var all = root.path("data").isContainerNode() ? root.path("data") : root;
    Map<String, JobLimits> found = new LinkedHashMap<>();
    if (all.isArray()) {
      all.forEach(each -> add(name(each), each, found));
    } else {
      all.properties().forEach(entry -> add(entry.getKey(), entry.getValue(), found));
    }
    return new AccountLimits(found);
  }

  private static String name(JsonNode item) {
    return item.path("model").asText(item.path("id").asText());
  }

  private static void add(String model, JsonNode item, Map<String, JobLimits> found) {
    var numbers = item.path("limits").isObject() ? item.path("limits") : item;
    var inAll = number(numbers.path("max_total_jobs"));
    var atOnce = number(numbers.path("max_concurrent_jobs"));
    if (model.isBlank() || found.size() == MOST_MODELS || inAll.isEmpty() && atOnce.isEmpty()) {
      return;
    }
    var active = number(numbers.path("active_jobs"));
    found.put(
        ModelsAnswer.name(model),
        new JobLimits(
            inAll, atOnce, active.isPresent() ? active : number(item.path("active_jobs"))));
  }

  /** Below 0 it would be no number of jobs, and perhaps stand for no limit. */
  private static OptionalInt number(JsonNode value) {
    return value.isInt() && value.asInt() >= 0
        ? OptionalInt.of(value.asInt())
        : OptionalInt.empty();
  }
}
