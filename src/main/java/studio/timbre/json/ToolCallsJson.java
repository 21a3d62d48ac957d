package studio.timbre.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.timbre.model.ToolCall;

/**
 * Calls of tools as raw JSON: {@code [{"id":…,"type":"function","function":{"name":…,"arguments":…}}]}, and the older
 * {@code {"name":…,"arguments":…}}. Only what has exactly this shape is read, so that writing it loses nothing.
 */
public final class ToolCallsJson {
  private static final String FUNCTION = "function";

  private ToolCallsJson() {}

  /** The value of {@code tool_calls}; empty where it has another shape. */
  public static Optional<List<ToolCall>> read(String json) {
    var items = RawObject.items(json);
    if (items.isEmpty()) {
      return Optional.empty();
    }
    var calls = new ArrayList<ToolCall>();
    for (String item : items.get()) {
      var call = RawObject.fields(item).flatMap(ToolCallsJson::call);
      if (call.isEmpty()) {
        return Optional.empty();
      }
      calls.add(call.get());
    }
    return Optional.of(calls);
  }

  private static Optional<ToolCall> call(Map<String, String> fields) {
    var id = RawObject.takeText(fields, "id");
    return Optional.ofNullable(fields.remove(FUNCTION))
        .flatMap(RawObject::fields)
        .flatMap(function -> function(id, fields, function));
  }

  private static Optional<ToolCall> function(
      Optional<String> id, Map<String, String> extras, Map<String, String> function) {
    var name = RawObject.takeText(function, "name");
    var arguments = RawObject.takeText(function, "arguments");
    return name.isPresent() && arguments.isPresent()
        ? Optional.of(new ToolCall(id, name.get(), arguments.get(), extras, function))
        : Optional.empty();
  }

  public static String write(List<ToolCall> calls) {
    var items = new ArrayList<String>();
    for (var call : calls) {
      var fields = new LinkedHashMap<String, String>();
      call.id().ifPresent(id -> fields.put("id", RawObject.quoted(id)));
      fields.putAll(call.extras());
      fields.put(FUNCTION, writeFunction(call));
      items.add(RawObject.write(fields));
    }
    return RawObject.write(items);
  }

  /** The value of {@code function_call}; empty where it has another shape. */
  public static Optional<ToolCall> readFunction(String json) {
    return RawObject.fields(json)
        .flatMap(function -> function(Optional.empty(), Map.of(), function));
  }

  public static String writeFunction(ToolCall call) {
    var fields = new LinkedHashMap<String, String>();
    fields.put("name", RawObject.quoted(call.name()));
    fields.put("arguments", RawObject.quoted(call.arguments()));
    fields.putAll(call.functionExtras());
    return RawObject.write(fields);
  }
}
