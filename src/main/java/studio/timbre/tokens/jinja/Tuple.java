package studio.timbre.tokens.jinja;

import java.util.List;

/** Values in parentheses; like a list, but written and compared as its own kind. */
record Tuple(List<Object> items) {
  static Tuple of(Object... items) {
    return new Tuple(List.of(items));
  }
}
