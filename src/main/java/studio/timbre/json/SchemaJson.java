package studio.timbre.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;

/** JSON schemas that people write. Whether one is a schema that a provider takes is for the provider to say. */
public final class SchemaJson {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private SchemaJson() {}

  /** Whether a text is one JSON object and nothing else. */
  public static boolean isObject(String json) {
    try {
      return MAPPER.readTree(json).isObject();
    } catch (JsonProcessingException _) {
      return false;
    }
  }
}
