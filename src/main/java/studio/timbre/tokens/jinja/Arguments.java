package studio.timbre.tokens.jinja;

import java.util.List;
import java.util.Map;

/** What a function, a filter or a test is called with; parameters are found by place or by name. */
record Arguments(List<Object> positional, Map<String, Object> named) {

  static final Arguments NONE = new Arguments(List.of(), Map.of());

  static Arguments of(Object... positional) {
    return new Arguments(List.of(positional), Map.of());
  }

  boolean has(int place, String name) {
    return place < positional.size() || named.containsKey(name);
  }

  Object get(int place, String name) {
    if (place < positional.size()) {
      return positional.get(place);
    }
    Object value = named.get(name);
    if (value == null) {
      throw new JinjaException("the argument " + name + " is missing");
    }
    return value;
  }

  Object get(int place, String name, Object otherwise) {
    return has(place, name) ? get(place, name) : otherwise;
  }

  boolean flag(int place, String name) {
    return Values.isTrue(get(place, name, false));
  }

  long integer(int place, String name, long otherwise) {
    Object value = get(place, name, otherwise);
    if (value instanceof Boolean flag) {
      return flag ? 1 : 0;
    }
    if (value instanceof Long number) {
      return number;
    }
    throw new JinjaException("the argument " + name + " must be a whole number");
  }

  String text(int place, String name) {
    if (get(place, name) instanceof String text) {
      return text;
    }
    throw new JinjaException("the argument " + name + " must be a text");
  }

  /** Without the first {@code count} positional ones. */
  Arguments after(int count) {
    return new Arguments(
        positional.subList(Math.min(count, positional.size()), positional.size()), named);
  }
}
