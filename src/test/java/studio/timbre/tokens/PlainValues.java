package studio.timbre.tokens;

import com.fasterxml.jackson.databind.JsonNode;

/** JSON as the values that templates work on, for tests in other packages. */
public final class PlainValues {

  private PlainValues() {}

  public static Object of(JsonNode node) {
    return TemplateData.value(node);
  }
}
