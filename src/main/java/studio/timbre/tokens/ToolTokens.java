package studio.timbre.tokens;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What the definitions of tools add to a conversation, by the approximation in OpenAI's notebook
 * How_to_count_tokens_with_tiktoken.ipynb: constants for each function, property and choice, measured there against the service.
 * The notebook knows flat parameters alone; properties inside properties are counted here in the same way.
 */
final class ToolTokens {
  private static final int PER_FUNCTION_OLDER = 10;
  private static final int PER_FUNCTION = 7;
  private static final int ANY_PROPERTIES = 3;
  private static final int PER_PROPERTY = 3;
  private static final int ANY_CHOICES = -3;
  private static final int PER_CHOICE = 3;
  private static final int END = 12;

  private final int perFunction;
  private final Tokenizer tokenizer;

  ToolTokens(ApiEncoding encoding, Tokenizer tokenizer) {
    perFunction = encoding == ApiEncoding.CL100K_BASE ? PER_FUNCTION_OLDER : PER_FUNCTION;
    this.tokenizer = tokenizer;
  }

  /**
   * @param definitions the value of {@code tools}, or of the older {@code functions}, which lacks the wrapping around each
   */
  int count(JsonNode definitions) {
    if (definitions.isEmpty()) {
      return 0;
    }
    int tokens = END;
    for (var definition : definitions) {
      tokens +=
          function(
              definition.path("function").isObject() ? definition.get("function") : definition);
    }
    return tokens;
  }

  private int function(JsonNode function) {
    String line = function.path("name").asText() + ":" + description(function);
    return perFunction + tokenizer.count(line) + properties(function.path("parameters"));
  }

  private int properties(JsonNode schema) {
    var properties = schema.path("properties");
    int tokens = properties.isEmpty() ? 0 : ANY_PROPERTIES;
    for (var property : properties.properties()) {
      tokens += PER_PROPERTY + property(property.getKey(), property.getValue());
    }
    return tokens;
  }

  private int property(String name, JsonNode property) {
    int tokens = tokenizer.count(name + ":" + type(property) + ":" + description(property));
    var choices = property.path("enum");
    if (choices.isArray()) {
      tokens += ANY_CHOICES;
      for (var choice : choices) {
        tokens += PER_CHOICE + tokenizer.count(choice.asText());
      }
    }
    return tokens + properties(property) + properties(property.path("items"));
  }

  private static String type(JsonNode property) {
    var type = property.path("type");
    return type.isArray() ? type.toString() : type.asText();
  }

  private static String description(JsonNode described) {
    String text = described.path("description").asText();
    return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
  }
}
