package studio.timbre.checks;

import java.util.Locale;
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

  /** The text in lower case. */
  String low() {
    return text.toLowerCase(Locale.ROOT);
  }

  /** How many digits there are, up to a limit. */
  int digits(int limit) {
    int digits = 0;
    for (int at = 0; at < text.length() && digits < limit; at++) {
      char sign = text.charAt(at);
      digits += sign >= '0' && sign <= '9' ? 1 : 0;
    }
    return digits;
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
