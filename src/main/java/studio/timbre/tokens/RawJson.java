package studio.timbre.tokens;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Reads the raw JSON values that a conversation carries along. */
final class RawJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private RawJson() {}

  /**
   * @throws IllegalArgumentException for text that is not JSON, which no reader of ours lets into a conversation
   */
  static JsonNode read(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not JSON: " + json, e);
    }
  }
}
