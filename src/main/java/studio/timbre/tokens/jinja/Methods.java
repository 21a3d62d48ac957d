package studio.timbre.tokens.jinja;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The methods of texts, lists and dicts that change nothing. */
final class Methods {

  private Methods() {}

  static Optional<Callable> of(Object target, String name) {
    return switch (target) {
      case String text -> TextMethods.named(text, name);
      case Map<?, ?> map -> ofDict(map, name);
      case List<?> list -> ofList(list, name);
      case Tuple(var items) -> ofList(items, name);
      default -> Optional.empty();
    };
  }

  private static Optional<Callable> ofDict(Map<?, ?> map, String name) {
    return switch (name) {
      case "items" ->
          Optional.of(
              arguments -> {
                var items = new ArrayList<Object>();
                map.forEach((key, value) -> items.add(Tuple.of(key, value)));
                return items;
              });
      case "keys" -> Optional.of(arguments -> new ArrayList<Object>(map.keySet()));
      case "values" -> Optional.of(arguments -> new ArrayList<Object>(map.values()));
      case "get" ->
          Optional.of(
              arguments -> {
                Object key = arguments.get(0, "key");
                return map.containsKey(key) ? map.get(key) : arguments.get(1, "default", None.NONE);
              });
      case "copy" -> Optional.of(arguments -> map);
      default -> Optional.empty();
    };
  }

  private static Optional<Callable> ofList(List<?> list, String name) {
    return switch (name) {
      case "index" ->
          Optional.of(
              arguments -> {
                for (int i = 0; i < list.size(); i++) {
                  if (Values.equal(list.get(i), arguments.get(0, "value"))) {
                    return (long) i;
                  }
                }
                throw new JinjaException("the value is not in the list");
              });
      case "count" ->
          Optional.of(
              arguments ->
                  list.stream()
                      .filter(item -> Values.equal(item, arguments.get(0, "value")))
                      .count());
      case "copy" -> Optional.of(arguments -> list);
      default -> Optional.empty();
    };
  }
}
