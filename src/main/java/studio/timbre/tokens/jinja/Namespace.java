package studio.timbre.tokens.jinja;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The one value that a template can change: {@code namespace(…)}, for carrying something out of a loop. */
final class Namespace implements Attributes {

  private final Map<String, Object> values = new LinkedHashMap<>();

  Namespace(Map<String, Object> values) {
    this.values.putAll(values);
  }

  @Override
  public Optional<Object> attribute(String name) {
    return Optional.ofNullable(values.get(name));
  }

  void set(String name, Object value) {
    values.put(name, value);
  }
}
