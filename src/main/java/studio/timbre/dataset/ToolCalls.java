package studio.timbre.dataset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import studio.timbre.model.Content;
import studio.timbre.model.Message;

/** Looks into the parts of a message that Timbre carries through as JSON. */
final class ToolCalls {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private ToolCalls() {}

  /** True where the message calls a tool, or a function in the older shape; an empty list calls nothing. */
  static boolean calls(Message message) {
    return !extra(message, "tool_calls").isEmpty() || extra(message, "function_call").isObject();
  }

  /** True where every call has an id, a function's name, and arguments as a text of JSON. */
  static boolean wellFormed(Message message) {
    var calls = extra(message, "tool_calls");
    if (calls.isMissingNode() || calls.isNull()) {
      return true;
    }
    boolean fine = calls.isArray();
    for (var call : calls) {
      fine &=
          call.path("id").isTextual()
              && call.path("function").path("name").isTextual()
              && call.path("function").path("arguments").isTextual();
    }
    return fine;
  }

  /** True where one of the parts of the content is a picture. */
  static boolean showsImage(Message message) {
    if (message.content() instanceof Content.Other other) {
      for (var part : tree(other.json())) {
        if (part.path("type").asText().equals("image_url")) {
          return true;
        }
      }
    }
    return false;
  }

  private static JsonNode extra(Message message, String key) {
    String json = message.extras().get(key);
    return json == null ? MissingNode.getInstance() : tree(json);
  }

  private static JsonNode tree(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not JSON: " + json, e);
    }
  }
}
