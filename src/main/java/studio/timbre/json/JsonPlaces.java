package studio.timbre.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Where in a JSON text each value begins, by its JSON pointer (RFC 6901). */
final class JsonPlaces {
  private final Map<String, JsonLocation> places = new HashMap<>();

  /** A list or an object that is being read. */
  private static final class Level {
    private final String pointer;
    private int next;

    Level(String pointer) {
      this.pointer = pointer;
    }
  }

  /**
   * @throws IOException when it is not JSON, with the place in it
   */
  JsonPlaces(String json) throws IOException {
    try (var parser = RawJson.FACTORY.createParser(new StringReader(json))) {
      Deque<Level> levels = new ArrayDeque<>();
      while (parser.nextToken() != null) {
        take(parser, levels);
      }
    }
  }

  private void take(JsonParser parser, Deque<Level> levels) throws IOException {
    var token = parser.currentToken();
    if (token.isStructEnd()) {
      levels.pop();
      return;
    }
    if (token == JsonToken.FIELD_NAME) {
      return;
    }
    String pointer = levels.isEmpty() ? "" : below(levels.element(), parser);
    places.putIfAbsent(pointer, parser.currentTokenLocation());
    if (token.isStructStart()) {
      levels.push(new Level(pointer));
    }
  }

  private static String below(Level level, JsonParser parser) throws IOException {
    var context =
        parser.currentToken().isStructStart()
            ? parser.getParsingContext().getParent()
            : parser.getParsingContext();
    String step =
        context.inObject()
            ? context.getCurrentName().replace("~", "~0").replace("/", "~1")
            : String.valueOf(level.next++);
    return level.pointer + "/" + step;
  }

  /** The beginning of a value, or of the nearest one around it that is there. */
  JsonLocation of(String pointer) {
    String asked = pointer;
    while (!places.containsKey(asked) && !asked.isEmpty()) {
      asked = asked.substring(0, asked.lastIndexOf('/'));
    }
    return places.getOrDefault(asked, JsonLocation.NA);
  }
}
