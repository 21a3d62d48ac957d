package studio.timbre.checks;

import studio.timbre.model.Role;

/** One text of a conversation. */
public record Said(Role role, Kind kind, String text) {
  /** What a text is. */
  public enum Kind {
    SPOKEN,
    /** The answer of a pair that is not to be learned. */
    REJECTED,
    /** A value that is handed to a tool. */
    VALUE
  }

  boolean isSpoken() {
    return kind == Kind.SPOKEN;
  }

  boolean isAnswer() {
    return isSpoken() && role.isAssistant();
  }

  boolean isAsked() {
    return isSpoken() && role.equals(Role.USER);
  }
}
