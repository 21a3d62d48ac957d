package studio.timbre.tokens.jinja;

/**
 * A piece of a template.
 *
 * @param text the text between tags, a name, an operator, the characters of a string, or the digits of a number
 * @param line in the template, from 1
 */
record Token(Kind kind, String text, int line) {

  enum Kind {
    TEXT,
    OUTPUT_BEGIN,
    OUTPUT_END,
    BLOCK_BEGIN,
    BLOCK_END,
    NAME,
    STRING,
    INTEGER,
    FLOAT,
    OPERATOR,
    END
  }

  boolean is(Kind wanted, String wantedText) {
    return kind == wanted && text.equals(wantedText);
  }

  boolean isOperator(String wantedText) {
    return is(Kind.OPERATOR, wantedText);
  }

  boolean isName(String wantedText) {
    return is(Kind.NAME, wantedText);
  }
}
