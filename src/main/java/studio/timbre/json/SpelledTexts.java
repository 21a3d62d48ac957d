package studio.timbre.json;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Texts within raw JSON, each with the place where it is spelled: one of them can be exchanged, and every other character stays as it
 * is.
 */
public final class SpelledTexts {
  private static final Predicate<String> OF_PARTS =
      Pattern.compile("/\\d+(/text|/refusal)?").asMatchPredicate();
  private static final Predicate<String> ARGUMENTS_OF_CALLS =
      Pattern.compile("/\\d+/function/arguments").asMatchPredicate();
  private static final Predicate<String> ARGUMENTS = "/arguments"::equals;

  /**
   * A JSON string.
   *
   * @param pointer where it stands, as RFC 6901 writes it
   * @param from of the opening quotation mark, in characters
   * @param to behind the closing one
   * @param text what it says
   */
  public record Spelled(String pointer, int from, int to, String text) {
    public boolean isRefusal() {
      return pointer.endsWith("/refusal");
    }
  }

  private SpelledTexts() {}

  /** The texts and refusals of a content list, in order; none where it is another value. */
  public static List<Spelled> ofParts(String json) {
    return json.startsWith("[") ? strings(json, OF_PARTS) : List.of();
  }

  /** The values of JSON that are texts, at any depth; keys are none. Nothing where it is not JSON. */
  public static List<Spelled> values(String json) {
    return strings(json, pointer -> true);
  }

  /** The arguments of each call in a list that {@link ToolCallsJson} reads: JSON within a JSON string. */
  public static List<Spelled> argumentsOfCalls(String json) {
    return strings(json, ARGUMENTS_OF_CALLS);
  }

  /** The arguments of a call in the older shape: one, or none. */
  public static List<Spelled> argumentsOfFunction(String json) {
    return strings(json, ARGUMENTS);
  }

  /** The same JSON with another text in one place. */
  public static String with(String json, Spelled place, String text) {
    return json.substring(0, place.from()) + RawObject.quoted(text) + json.substring(place.to());
  }

  private static List<Spelled> strings(String json, Predicate<String> wanted) {
    try (var parser = RawJson.FACTORY.createParser(json)) {
      var found = new ArrayList<Spelled>();
      while (parser.nextToken() != null) {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
          continue;
        }
        String pointer = parser.getParsingContext().pathAsPointer().toString();
        if (wanted.test(pointer)) {
          int from = (int) parser.currentTokenLocation().getCharOffset();
          String text = parser.getText();
          int to = (int) parser.currentLocation().getCharOffset();
          found.add(new Spelled(pointer, from, to, text));
        }
      }
      return found;
    } catch (IOException broken) {
      return List.of();
    }
  }
}
