package studio.timbre.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.timbre.model.ToolCall;

/** Tools and their calls as ShareGPT sets have them: JSON, mostly as a text within the JSON, without numbers and kinds. */
final class ShareGptTools {
  private ShareGptTools() {}

  /**
   * One call or a list of them, {@code {"name":…,"arguments":{…}}}; empty where it has another shape.
   *
   * @param made how many calls came before in the conversation; new ones are numbered on
   */
  static Optional<List<ToolCall>> calls(String spelled, int made) {
    String json = opened(spelled);
    var items = json.startsWith("[") ? RawObject.items(json) : Optional.of(List.of(json));
    if (items.isEmpty() || items.get().isEmpty()) {
      return Optional.empty();
    }
    var calls = new ArrayList<ToolCall>();
    for (String item : items.get()) {
      int number = made + calls.size() + 1;
      var call = RawObject.fields(item).flatMap(fields -> call(fields, number));
      if (call.isEmpty()) {
        return Optional.empty();
      }
      calls.add(call.get());
    }
    return Optional.of(calls);
  }

  private static Optional<ToolCall> call(Map<String, String> fields, int number) {
    var name = RawObject.takeText(fields, "name");
    var arguments = Optional.ofNullable(fields.remove("arguments"));
    return name.isPresent() && arguments.isPresent()
        ? Optional.of(
            new ToolCall(
                Optional.of("call_" + number),
                name.get(),
                opened(arguments.get()),
                Map.of("type", "\"function\""),
                fields))
        : Optional.empty();
  }

  /** The definitions as a chat line has them; empty where they have another shape, and stay as they are. */
  static Optional<String> definitions(String spelled) {
    return RawObject.items(opened(spelled))
        .map(tools -> RawObject.write(tools.stream().map(ShareGptTools::definition).toList()));
  }

  private static String definition(String tool) {
    var fields = RawObject.fields(tool);
    if (fields.isEmpty()
        || fields.get().containsKey("function")
        || !fields.get().containsKey("name")) {
      return tool;
    }
    var wrapped = new LinkedHashMap<String, String>();
    wrapped.put("type", "\"function\"");
    wrapped.put("function", tool);
    return RawObject.write(wrapped);
  }

  private static String opened(String spelled) {
    return RawObject.text(spelled).map(String::strip).orElse(spelled);
  }
}
