package studio.timbre.tokens.jinja;

/**
 * What a name stands for that nobody gave a value: empty when written, false when asked, an error when looked into.
 *
 * @param what the name, for the error
 */
record Undefined(String what) {

  JinjaException problem() {
    return new JinjaException(what + " is undefined");
  }
}
