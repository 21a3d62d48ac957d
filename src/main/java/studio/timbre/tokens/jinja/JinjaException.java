package studio.timbre.tokens.jinja;

/** A template that cannot be read, or stopped on its way. */
public final class JinjaException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean raisedByTemplate;

  JinjaException(String message) {
    this(message, false);
  }

  private JinjaException(String message, boolean raisedByTemplate) {
    super(message);
    this.raisedByTemplate = raisedByTemplate;
  }

  /** The template itself refuses what it was given, in these words. */
  static JinjaException raised(String message) {
    return new JinjaException(message, true);
  }

  JinjaException inLine(int line) {
    if (raisedByTemplate || getMessage().startsWith("line ")) {
      return this;
    }
    var located = new JinjaException("line " + line + ": " + getMessage());
    located.initCause(this);
    return located;
  }

  /** True where the template called {@code raise_exception}; the message then is its own. */
  public boolean isRaisedByTemplate() {
    return raisedByTemplate;
  }
}
