package studio.timbre.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import studio.timbre.model.JsonFault;

/**
 * Checks JSON that a person writes. Definitions of tools are held to the schema {@code tools.schema.json}: OpenAI's shape, with
 * parameters that are a JSON schema of 2020-12.
 */
public final class JsonCheck {
  private static final ObjectMapper MAPPER =
      new ObjectMapper(
              RawJson.FACTORY
                  .copy()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION.mappedFeature()))
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private JsonCheck() {}

  /** Read on first use: most people never write a tool. */
  private static final class Tools {
    static final Schema SCHEMA = read();

    private static Schema read() {
      try (var stream = JsonCheck.class.getResourceAsStream("/studio/timbre/tools.schema.json")) {
        String json =
            new String(Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(json, InputFormat.JSON);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** What is wrong with a text that should be one JSON value. */
  public static Optional<JsonFault> value(String json) {
    return read(json, Optional.empty());
  }

  /** What is wrong with a text that should be one JSON object. */
  public static Optional<JsonFault> object(String json) {
    return read(json, Optional.of("json.fault.notObject"));
  }

  /** What is wrong with a text that should be a list of tool definitions: the first fault in it. */
  public static Optional<JsonFault> tools(String json) {
    var broken = value(json);
    if (broken.isPresent()) {
      return broken;
    }
    try {
      var places = new JsonPlaces(json);
      return Tools.SCHEMA.validate(MAPPER.readTree(json)).stream()
          .map(error -> fault(error, places))
          .min(Comparator.comparingInt(JsonFault::line).thenComparingInt(JsonFault::column));
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
  }

  private static Optional<JsonFault> read(String json, Optional<String> wantsObject) {
    try {
      JsonNode node = MAPPER.readTree(json);
      if (node.isMissingNode()) {
        return Optional.of(new JsonFault(1, 1, "json.fault.empty", List.of()));
      }
      return wantsObject
          .filter(key -> !node.isObject())
          .map(key -> new JsonFault(1, 1, key, List.of()));
    } catch (JsonProcessingException broken) {
      return Optional.of(syntax(broken));
    }
  }

  private static JsonFault syntax(JsonProcessingException broken) {
    String key = "json.fault.syntax";
    String message = String.valueOf(broken.getOriginalMessage());
    if (broken instanceof JsonEOFException) {
      key = "json.fault.end";
    } else if (message.startsWith("Duplicate field")) {
      key = "json.fault.twice";
    } else if (message.contains("Illegal unquoted character")) {
      key = "json.fault.lineBreak";
    }
    return at(broken.getLocation(), key, List.of());
  }

  private static JsonFault at(JsonLocation place, String key, List<String> arguments) {
    return new JsonFault(
        Math.max(1, place.getLineNr()), Math.max(1, place.getColumnNr()), key, arguments);
  }

  /** The few rules that people run into are told in words of our own; the others by their name in the schema. */
  private static JsonFault fault(Error error, JsonPlaces places) {
    var place = places.of(error.getInstanceLocation().toString());
    String property = Optional.ofNullable(error.getProperty()).orElse("");
    return switch (String.valueOf(error.getKeyword())) {
      case "required" -> at(place, "json.fault.required", List.of(property));
      case "type" -> at(place, "json.fault.type", List.of(wanted(error.getSchemaNode())));
      case "enum", "const" -> at(place, "json.fault.enum", List.of(wanted(error.getSchemaNode())));
      case "pattern" -> at(place, "json.fault.toolName", List.of());
      case "uniqueItems" -> at(place, "json.fault.unique", List.of());
      case "minItems" -> at(place, "json.fault.none", List.of());
      case "anyOf" -> at(place, "json.fault.typeWord", List.of());
      default -> at(place, "json.fault.rule", List.of(String.valueOf(error.getKeyword())));
    };
  }

  private static String wanted(JsonNode schema) {
    if (schema.isArray()) {
      var words = new java.util.ArrayList<String>();
      schema.forEach(word -> words.add(word.asText()));
      return String.join(", ", words);
    }
    return schema.asText().toLowerCase(Locale.ROOT);
  }
}
