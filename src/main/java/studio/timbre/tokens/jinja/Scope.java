package studio.timbre.tokens.jinja;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The names that a part of a template knows; what it sets is gone at its end. */
final class Scope {

  private final Optional<Scope> around;
  private final Map<String, Object> names = new HashMap<>();

  Scope(Map<String, Object> names) {
    this.around = Optional.empty();
    this.names.putAll(names);
  }

  private Scope(Scope around) {
    this.around = Optional.of(around);
  }

  Scope inner() {
    return new Scope(this);
  }

  Object get(String name) {
    for (Optional<Scope> scope = Optional.of(this); scope.isPresent(); scope = scope.get().around) {
      Object value = scope.get().names.get(name);
      if (value != null) {
        return value;
      }
    }
    return new Undefined("'" + name + "'");
  }

  void set(String name, Object value) {
    names.put(name, value);
  }
}
