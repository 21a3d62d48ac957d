package studio.timbre.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.timbre.model.UserFacingException;

/** JSON that was taken as it is spelled, opened one level deep: what is inside stays as it is spelled. */
final class RawObject {
  private RawObject() {}

  /** Keys and raw values of an object in file order; empty where it is no object, or has a key twice. */
  static Optional<Map<String, String>> fields(String json) {
    try (var parser = RawJson.FACTORY.createParser(new StringReader(json))) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return Optional.empty();
      }
      var fields = new LinkedHashMap<String, String>();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String key = parser.currentName();
        parser.nextToken();
        if (fields.put(key, RawJson.take(parser, json)) != null) {
          return Optional.empty();
        }
      }
      return Optional.of(fields);
    } catch (IOException | UserFacingException broken) {
      return Optional.empty();
    }
  }

  /** The raw values of a list; empty where it is no list. */
  static Optional<List<String>> items(String json) {
    try (var parser = RawJson.FACTORY.createParser(new StringReader(json))) {
      if (parser.nextToken() != JsonToken.START_ARRAY) {
        return Optional.empty();
      }
      var items = new ArrayList<String>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        items.add(RawJson.take(parser, json));
      }
      return Optional.of(items);
    } catch (IOException | UserFacingException broken) {
      return Optional.empty();
    }
  }

  /** What a raw value says, where it is a JSON string. */
  static Optional<String> text(String json) {
    if (!json.startsWith("\"")) {
      return Optional.empty();
    }
    try (JsonParser parser = RawJson.FACTORY.createParser(new StringReader(json))) {
      parser.nextToken();
      return Optional.of(parser.getText());
    } catch (IOException broken) {
      return Optional.empty();
    }
  }

  /** Takes a text out of an object's fields; empty, with the fields as they were, where it is none. */
  static Optional<String> takeText(Map<String, String> fields, String key) {
    var text = Optional.ofNullable(fields.get(key)).flatMap(RawObject::text);
    text.ifPresent(taken -> fields.remove(key));
    return text;
  }

  static String quoted(String text) {
    return ConversationJson.quoted(text);
  }

  static String write(Map<String, String> fields) {
    var out = new StringBuilder("{");
    fields.forEach(
        (key, value) -> {
          if (out.length() > 1) {
            out.append(',');
          }
          RawJson.quote(key, out);
          out.append(':').append(value);
        });
    return out.append('}').toString();
  }

  static String write(List<String> items) {
    return "[" + String.join(",", items) + "]";
  }
}
