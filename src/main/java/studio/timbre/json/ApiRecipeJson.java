package studio.timbre.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import studio.timbre.model.ApiMethod;
import studio.timbre.model.ApiNumbers;
import studio.timbre.model.ApiRecipe;

/** A recipe as a JSON object on one line, as Timbre keeps it; what is left to the provider is left out. */
public final class ApiRecipeJson {
  private ApiRecipeJson() {}

  public static String write(ApiRecipe recipe) {
    var node = JsonNodeFactory.instance.objectNode();
    node.put("model", recipe.model());
    writeMethod(recipe.method(), node);
    recipe.numbers().epochs().ifPresent(number -> node.put("epochs", number));
    recipe.numbers().batchSize().ifPresent(number -> node.put("batch_size", number));
    recipe.numbers().learningRate().ifPresent(number -> node.put("learning_rate", number));
    recipe.numbers().adapterRank().ifPresent(number -> node.put("lora_r", number));
    recipe.numbers().adapterAlpha().ifPresent(number -> node.put("lora_alpha", number));
    recipe.suffix().ifPresent(suffix -> node.put("suffix", suffix));
    recipe.seed().ifPresent(seed -> node.put("seed", seed));
    recipe.tier().ifPresent(tier -> node.put("tier", tier));
    if (!recipe.metadata().isEmpty()) {
      var metadata = node.putObject("metadata");
      recipe.metadata().forEach(metadata::put);
    }
    return node.toString();
  }

  private static void writeMethod(ApiMethod method, ObjectNode node) {
    node.put("method", method.word());
    switch (method) {
      case ApiMethod.Supervised _ -> {}
      case ApiMethod.Preference preference ->
          preference.beta().ifPresent(beta -> node.put("beta", beta));
      case ApiMethod.Reinforcement learning -> {
        node.set("grader", GraderJson.write(learning.grader()));
        learning.answerSchema().ifPresent(schema -> node.put("answer_schema", schema));
        learning
            .effort()
            .ifPresent(effort -> node.put("effort", effort.name().toLowerCase(Locale.ROOT)));
        learning.computeMultiplier().ifPresent(n -> node.put("compute_multiplier", n));
        learning.evaluationInterval().ifPresent(n -> node.put("evaluation_interval", n));
        learning.evaluationSamples().ifPresent(n -> node.put("evaluation_samples", n));
      }
    }
  }

  /**
   * Reads what {@link #write} wrote; unknown keys are passed over.
   *
   * @throws IllegalArgumentException when it is not a JSON object, or a value is not possible
   */
  public static ApiRecipe read(String json) {
    var node = JsonTree.object(json);
    Map<String, String> metadata = new LinkedHashMap<>();
    node.path("metadata")
        .properties()
        .forEach(entry -> metadata.put(entry.getKey(), entry.getValue().asText()));
    return new ApiRecipe(
        node.path("model").asText(),
        readMethod(node),
        new ApiNumbers(
            whole(node.path("epochs")),
            whole(node.path("batch_size")),
            number(node.path("learning_rate")),
            whole(node.path("lora_r")),
            whole(node.path("lora_alpha"))),
        text(node.path("suffix")),
        whole(node.path("seed")),
        metadata,
        text(node.path("tier")));
  }

  private static ApiMethod readMethod(JsonNode node) {
    String method = node.path("method").asText("supervised");
    return switch (method) {
      case "supervised" -> new ApiMethod.Supervised();
      case "dpo" -> new ApiMethod.Preference(number(node.path("beta")));
      case "reinforcement" ->
          new ApiMethod.Reinforcement(
              GraderJson.read(node.path("grader")),
              text(node.path("answer_schema")),
              text(node.path("effort"))
                  .map(effort -> ApiMethod.Effort.valueOf(effort.toUpperCase(Locale.ROOT))),
              number(node.path("compute_multiplier")),
              whole(node.path("evaluation_interval")),
              whole(node.path("evaluation_samples")));
      default -> throw new IllegalArgumentException("unknown method: " + method);
    };
  }

  private static Optional<String> text(JsonNode node) {
    return node.isTextual() ? Optional.of(node.asText()) : Optional.empty();
  }

  private static OptionalInt whole(JsonNode node) {
    return node.isInt() ? OptionalInt.of(node.asInt()) : OptionalInt.empty();
  }

  private static OptionalDouble number(JsonNode node) {
    return node.isNumber() ? OptionalDouble.of(node.asDouble()) : OptionalDouble.empty();
  }
}
