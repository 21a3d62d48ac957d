package studio.timbre.tokens.jinja;

import java.util.Optional;

/** A value with named parts that is no dict: a namespace, a loop. */
interface Attributes {
  Optional<Object> attribute(String name);
}
