package studio.timbre.tokens.jinja;

/** A function, a method of a value, or a macro. */
interface Callable {
  Object call(Arguments arguments);
}
