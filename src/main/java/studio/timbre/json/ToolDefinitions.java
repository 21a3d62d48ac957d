package studio.timbre.json;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** The value of {@code tools}: a list of {@code {"type":"function","function":{"name":…,"description":…,"parameters":…}}}. */
public final class ToolDefinitions {
  private static final String NEW =
      "{\"type\":\"function\",\"function\":{\"name\":\"look_something_up\",\"description\":\"\","
          + "\"parameters\":{\"type\":\"object\",\"properties\":{\"query\":{\"type\":\"string\"}},"
          + "\"required\":[\"query\"]}}}";

  private ToolDefinitions() {}

  public static Optional<String> firstName(String tools) {
    return RawObject.items(tools).stream()
        .flatMap(List::stream)
        .findFirst()
        .flatMap(RawObject::fields)
        .flatMap(tool -> Optional.ofNullable(tool.get("function")))
        .flatMap(RawObject::fields)
        .flatMap(function -> RawObject.takeText(function, "name"));
  }

  public static int count(String tools) {
    return RawObject.items(tools).map(List::size).orElse(0);
  }

  /** With one more at the end, to be filled in; what is no list stays as it is. */
  public static String withNew(Optional<String> tools) {
    var items = RawObject.items(tools.orElse("[]"));
    if (items.isEmpty()) {
      return tools.orElse("[]");
    }
    var all = new ArrayList<>(items.get());
    all.add(NEW);
    return RawObject.write(all);
  }

  /** Those of both, none twice. */
  public static String union(String tools, String more) {
    var all = new LinkedHashSet<>(RawObject.items(tools).orElse(List.of(tools)));
    all.addAll(RawObject.items(more).orElse(List.of(more)));
    return RawObject.write(List.copyOf(all));
  }
}
