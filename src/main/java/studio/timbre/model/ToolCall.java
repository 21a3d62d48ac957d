package studio.timbre.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A tool that an answer calls. The maps hold every key that has no place of its own, with its value as raw JSON, in file order.
 *
 * @param id by which the result names the call; empty in the older shape, {@code function_call}
 * @param arguments a JSON object, as the text that the model writes
 * @param extras other keys of the call, {@code type} among them
 * @param functionExtras other keys beside name and arguments
 */
public record ToolCall(
    Optional<String> id,
    String name,
    String arguments,
    Map<String, String> extras,
    Map<String, String> functionExtras) {

  public ToolCall {
    extras = Collections.unmodifiableMap(new LinkedHashMap<>(extras));
    functionExtras = Collections.unmodifiableMap(new LinkedHashMap<>(functionExtras));
  }

  public static ToolCall of(String id, String name, String arguments) {
    return new ToolCall(Optional.of(id), name, arguments, Map.of("type", "\"function\""), Map.of());
  }

  public ToolCall withId(String newId) {
    return new ToolCall(Optional.of(newId), name, arguments, extras, functionExtras);
  }

  public ToolCall withName(String newName) {
    return new ToolCall(id, newName, arguments, extras, functionExtras);
  }

  public ToolCall withArguments(String newArguments) {
    return new ToolCall(id, name, newArguments, extras, functionExtras);
  }
}
