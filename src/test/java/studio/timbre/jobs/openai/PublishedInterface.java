package studio.timbre.jobs.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The published description of OpenAI's fine-tuning interface, and whether a request keeps to it. */
final class PublishedInterface {
  /** OpenAI's guide names this call, and its published interface does not have it. */
  private static final Set<String> UNPUBLISHED = Set.of("GET /fine_tuning/model_limits");

  private static final ObjectMapper JSON = new ObjectMapper();
  static final PublishedInterface INSTANCE = new PublishedInterface();

  static final Map<String, String> GRADERS =
      Map.of(
          "string_check", "GraderStringCheck",
          "text_similarity", "GraderTextSimilarity",
          "score_model", "GraderScoreModel",
          "python", "GraderPython");

  private final ObjectNode document;
  private final SchemaRegistry registry =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

  private PublishedInterface() {
    try (var stream =
        PublishedInterface.class.getResourceAsStream("/openai-fine-tuning.openapi.json")) {
      var text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      document = (ObjectNode) JSON.readTree(text.replace("#/components/schemas/", "#/$defs/"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    modernise(document);
  }

  /** The description calls itself 3.1, but writes nullable and exclusiveMinimum as 3.0 did. */
  private static void modernise(JsonNode node) {
    if (node instanceof ObjectNode object) {
      if (object.path("exclusiveMinimum").isBoolean()) {
        object.set("exclusiveMinimum", object.remove("minimum"));
      }
      String type = object.path("type").asText();
      if (object.path("nullable").asBoolean() && !type.isEmpty()) {
        object.putArray("type").add(type).add("null");
      }
      object.remove(List.of("nullable", "min_items", "max_items"));
    }
    node.forEach(PublishedInterface::modernise);
  }

  /** What is wrong with a request; nothing where it keeps to the interface. */
  List<String> faults(
      String method, String path, Map<String, String> query, Optional<String> type, Object body) {
    var operation = operation(method, path);
    if (operation.isEmpty() && UNPUBLISHED.contains(method + " " + path)) {
      return List.of();
    }
    if (operation.isEmpty()) {
      return List.of(method + " " + path + " is no call of the interface");
    }
    var faults = new ArrayList<String>();
    query.forEach((name, value) -> checkQuery(operation.get(), name, value, faults));
    var content = operation.get().path("requestBody").path("content");
    if (content.isMissingNode()) {
      return faults;
    }
    var media = type.orElse("").replaceAll(";.*", "");
    if (!content.has(media)) {
      faults.add(method + " " + path + " takes no " + media);
    } else if (body instanceof JsonNode json) {
      faults.addAll(againstWithSeveralGraders(name(content.path(media).path("schema")), json));
    }
    return faults;
  }

  /**
   * A grader of several holds an object of names and graders, says the guide; the description types it as one single grader. Each is
   * held against the description by itself, and the first stands for all of them in the whole.
   */
  List<String> againstWithSeveralGraders(String component, JsonNode value) {
    var grader = value.at("/method/reinforcement/grader");
    if (!grader.path("type").asText().equals("multi")) {
      return against(component, value);
    }
    var whole = (ObjectNode) value.deepCopy();
    var faults = new ArrayList<String>();
    grader
        .path("graders")
        .forEach(part -> faults.addAll(against(GRADERS.get(part.path("type").asText()), part)));
    ((ObjectNode) whole.at("/method/reinforcement/grader"))
        .set("graders", grader.path("graders").elements().next());
    faults.addAll(against(component, whole));
    return faults;
  }

  private static String name(JsonNode reference) {
    return reference.path("$ref").asText().replaceAll(".*/", "");
  }

  /** What is wrong with a value that should be of a component's kind. */
  List<String> against(String component, JsonNode value) {
    return schemas.computeIfAbsent(component, this::schema).validate(value).stream()
        .map(error -> component + ": " + error)
        .toList();
  }

  private Schema schema(String component) {
    var root = JSON.createObjectNode();
    root.put("$ref", "#/$defs/" + component);
    root.set("$defs", document.path("components").path("schemas"));
    return registry.getSchema(root);
  }

  private Optional<JsonNode> operation(String method, String path) {
    for (var known : document.path("paths").properties()) {
      var pattern = known.getKey().replaceAll("\\{[^}]+}", "[^/]+");
      if (Pattern.matches(pattern, path) && known.getValue().has(method.toLowerCase())) {
        return Optional.of(known.getValue().path(method.toLowerCase()));
      }
    }
    return Optional.empty();
  }

  private void checkQuery(JsonNode operation, String name, String value, List<String> faults) {
    String bare = name.replaceAll("\\[.*", "");
    for (var parameter : (ArrayNode) operation.withArray("parameters")) {
      if (parameter.path("in").asText().equals("query")
          && parameter.path("name").asText().equals(bare)) {
        var schema = parameter.path("schema");
        if (schema.path("type").asText().equals("integer") && !value.matches("\\d+")) {
          faults.add(name + " is no whole number: " + value);
        }
        if (schema.has("enum")
            && schema.path("enum").valueStream().noneMatch(v -> v.asText().equals(value))) {
          faults.add(name + " may not be " + value);
        }
        return;
      }
    }
    faults.add("there is no parameter " + name);
  }
}
