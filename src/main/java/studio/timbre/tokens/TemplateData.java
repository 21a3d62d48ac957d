package studio.timbre.tokens;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import studio.timbre.model.Content;
import studio.timbre.model.Message;
import studio.timbre.tokens.jinja.None;

/** Messages as the plain values that templates work on. */
final class TemplateData {

  private static final JsonMapper JSON = new JsonMapper();

  private TemplateData() {}

  static List<Object> messages(List<Message> messages) {
    var data = new ArrayList<Object>(messages.size());
    for (Message message : messages) {
      data.add(message(message));
    }
    return data;
  }

  /** Everything but the weight, which speaks to the training only. */
  private static Map<Object, Object> message(Message message) {
    var data = new LinkedHashMap<Object, Object>();
    data.put("role", message.role().name());
    switch (message.content()) {
      case Content.Text(var text) -> data.put("content", text);
      case Content.Other(var json, _) -> data.put("content", json(json));
      case Content.Missing _ -> {
        // The template is to see that there is none.
      }
    }
    message.name().ifPresent(name -> data.put("name", name));
    message.extras().forEach((key, json) -> data.put(key, json(json)));
    return data;
  }

  /** A JSON value; what is no JSON counts as a text. */
  static Object json(String json) {
    try {
      return value(JSON.readTree(json));
    } catch (JsonProcessingException e) {
      return json;
    }
  }

  static Object value(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> {
        var map = new LinkedHashMap<Object, Object>();
        node.properties().forEach(entry -> map.put(entry.getKey(), value(entry.getValue())));
        yield map;
      }
      case ARRAY -> {
        var list = new ArrayList<Object>(node.size());
        node.forEach(item -> list.add(value(item)));
        yield list;
      }
      case STRING -> node.textValue();
      case BOOLEAN -> node.booleanValue();
      case NUMBER ->
          node.isIntegralNumber()
              ? node.canConvertToLong() ? (Object) node.longValue() : node.bigIntegerValue()
              : (Object) node.doubleValue();
      default -> None.NONE;
    };
  }
}
