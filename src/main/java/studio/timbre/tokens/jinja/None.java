package studio.timbre.tokens.jinja;

/** Python's {@code None}, JSON's {@code null}. */
public enum None {
  NONE
}
