package studio.timbre.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import studio.timbre.model.Grader;
import studio.timbre.model.UserFacingException;

/** Graders as OpenAI publishes them, see the guide to graders: what people have in files and copy from documentation. */
public final class PublishedGraderJson {
  private PublishedGraderJson() {}

  /**
   * Reads a grader. What it says is not checked, but whether it is one.
   *
   * @throws UserFacingException where it is none that jobs can be graded with
   */
  public static Grader read(String json) throws UserFacingException {
    try {
      return read(JsonTree.object(json));
    } catch (IllegalArgumentException e) {
      throw refused(String.valueOf(e.getMessage()));
    }
  }

  private static Grader read(JsonNode node) throws UserFacingException {
    String name = text(node, "name");
    String type = text(node, "type");
    return switch (type) {
      case "string_check" ->
          new Grader.StringCheck(
              name,
              text(node, "input"),
              text(node, "reference"),
              word(Grader.StringCheck.Operation.class, node, "operation"));
      case "text_similarity" ->
          new Grader.TextSimilarity(
              name,
              text(node, "input"),
              text(node, "reference"),
              word(Grader.TextSimilarity.Metric.class, node, "evaluation_metric"));
      case "score_model" -> scoreModel(name, node);
      case "python" ->
          new Grader.Python(
              name,
              text(node, "source"),
              Optional.of(node.path("image_tag"))
                  .filter(JsonNode::isTextual)
                  .map(JsonNode::asText));
      case "multi" -> several(name, node);
      default -> throw refused("type: " + type);
    };
  }

  private static Grader scoreModel(String name, JsonNode node) throws UserFacingException {
    if (node.has("sampling_params")) {
      throw refused("sampling_params");
    }
    // One message is all that Timbre keeps; several are joined, as the model reads them one after
    // the other.
    var texts = new ArrayList<String>();
    for (var message : node.path("input")) {
      var content = message.path("content");
      texts.add(content.isTextual() ? content.asText() : text(content, "text"));
    }
    var range = node.path("range");
    return new Grader.ScoreModel(
        name,
        text(node, "model"),
        String.join("\n\n", texts),
        range.path(0).asDouble(0),
        range.path(1).asDouble(1));
  }

  private static Grader several(String name, JsonNode node) throws UserFacingException {
    var graders = node.path("graders");
    if (!graders.isObject() || graders.has("type")) {
      throw refused("graders");
    }
    var parts = new LinkedHashMap<String, Grader>();
    for (var part : graders.properties()) {
      parts.put(part.getKey(), read(part.getValue()));
    }
    return new Grader.Multi(name, parts, text(node, "calculate_output"));
  }

  private static String text(JsonNode node, String field) throws UserFacingException {
    if (!node.path(field).isTextual()) {
      throw refused(field);
    }
    return node.path(field).asText();
  }

  private static <E extends Enum<E>> E word(Class<E> kind, JsonNode node, String field)
      throws UserFacingException {
    try {
      return Enum.valueOf(kind, text(node, field).toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw refused(field + ": " + node.path(field).asText());
    }
  }

  private static UserFacingException refused(String what) {
    return new UserFacingException(
        "error.grader.unreadable",
        "The grader cannot be used: look at %s. It should be one of OpenAI's: string_check, text_similarity, score_model, python or multi."
            .formatted(what),
        what);
  }
}
