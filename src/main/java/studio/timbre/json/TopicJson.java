package studio.timbre.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Words with a number each, as {@code {"parcel":0.41,"deliver":0.33}}, in their order. */
public final class TopicJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** More digits say nothing. */
  private static final double DIGITS = 1e6;

  private TopicJson() {}

  public static String write(Map<String, Double> words) {
    var json = JsonNodeFactory.instance.objectNode();
    words.forEach((word, number) -> json.put(word, Math.round(number * DIGITS) / DIGITS));
    return json.toString();
  }

  /** As it was written; what is no number is left out. */
  public static Map<String, Double> read(String text) {
    var words = new LinkedHashMap<String, Double>();
    tree(text)
        .properties()
        .forEach(
            entry -> {
              if (entry.getValue().isNumber()) {
                words.put(entry.getKey(), entry.getValue().asDouble());
              }
            });
    return Collections.unmodifiableMap(words);
  }

  private static JsonNode tree(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
