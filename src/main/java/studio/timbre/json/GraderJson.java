package studio.timbre.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import studio.timbre.model.Grader;

/** A grader as Timbre keeps it. What a provider is sent differs and is written where providers are spoken to. */
final class GraderJson {
  private GraderJson() {}

  static ObjectNode write(Grader grader) {
    var node = JsonNodeFactory.instance.objectNode().put("name", grader.name());
    return switch (grader) {
      case Grader.StringCheck check ->
          node.put("type", "string_check")
              .put("input", check.input())
              .put("reference", check.reference())
              .put("operation", lower(check.operation()));
      case Grader.TextSimilarity likeness ->
          node.put("type", "text_similarity")
              .put("input", likeness.input())
              .put("reference", likeness.reference())
              .put("metric", lower(likeness.metric()));
      case Grader.ScoreModel model ->
          node.put("type", "score_model")
              .put("model", model.model())
              .put("instruction", model.instruction())
              .put("low", model.low())
              .put("high", model.high());
      case Grader.Python function -> {
        function.image().ifPresent(image -> node.put("image", image));
        yield node.put("type", "python").put("source", function.source());
      }
      case Grader.Multi several -> {
        var parts = node.putObject("parts");
        several.parts().forEach((part, inner) -> parts.set(part, write(inner)));
        yield node.put("type", "multi").put("formula", several.formula());
      }
    };
  }

  /**
   * @throws IllegalArgumentException when it is none of ours
   */
  static Grader read(JsonNode node) {
    String name = node.path("name").asText();
    String type = node.path("type").asText();
    return switch (type) {
      case "string_check" ->
          new Grader.StringCheck(
              name,
              node.path("input").asText(),
              node.path("reference").asText(),
              Grader.StringCheck.Operation.valueOf(upper(node.path("operation"))));
      case "text_similarity" ->
          new Grader.TextSimilarity(
              name,
              node.path("input").asText(),
              node.path("reference").asText(),
              Grader.TextSimilarity.Metric.valueOf(upper(node.path("metric"))));
      case "score_model" ->
          new Grader.ScoreModel(
              name,
              node.path("model").asText(),
              node.path("instruction").asText(),
              node.path("low").asDouble(),
              node.path("high").asDouble());
      case "python" ->
          new Grader.Python(
              name,
              node.path("source").asText(),
              Optional.ofNullable(node.get("image")).map(JsonNode::asText));
      case "multi" -> {
        var parts = new LinkedHashMap<String, Grader>();
        node.path("parts")
            .properties()
            .forEach(part -> parts.put(part.getKey(), read(part.getValue())));
        yield new Grader.Multi(name, parts, node.path("formula").asText());
      }
      default -> throw new IllegalArgumentException("unknown grader: " + type);
    };
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static String upper(JsonNode value) {
    return value.asText().toUpperCase(Locale.ROOT);
  }
}
