package studio.timbre.app;

import java.util.Optional;
import studio.timbre.json.ConversationJson;
import studio.timbre.json.JsonCheck;
import studio.timbre.json.JsonLayout;
import studio.timbre.model.JsonFault;

/** JSON that people read and write in the program. */
public final class JsonTexts {
  private JsonTexts() {}

  /** What is wrong with a text that should be one JSON value. */
  public static Optional<JsonFault> faultInValue(String json) {
    return JsonCheck.value(json);
  }

  /** What is wrong with a text that should be one JSON object. */
  public static Optional<JsonFault> faultInObject(String json) {
    return JsonCheck.object(json);
  }

  /** What is wrong with a text that should be a list of tool definitions. The first call reads the schemas. */
  public static Optional<JsonFault> faultInTools(String json) {
    return JsonCheck.tools(json);
  }

  /** Right JSON on several lines, to be read; numbers and texts stay as they are spelled. */
  public static String pretty(String json) {
    return JsonLayout.pretty(json);
  }

  /** What a JSON text says, without its quotes and escapes; empty where it is none. */
  public static Optional<String> text(String json) {
    return ConversationJson.unquoted(json);
  }

  /** Right JSON as a file keeps it. */
  public static String compact(String json) {
    return JsonLayout.compact(json);
  }
}
