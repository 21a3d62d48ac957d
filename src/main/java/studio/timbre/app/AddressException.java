package studio.timbre.app;

import java.util.Optional;
import studio.timbre.model.UserFacingException;

/** An address that is not taken, with the one that was probably meant. */
public final class AddressException extends UserFacingException {
  private static final long serialVersionUID = 1L;

  private final transient Optional<String> suggestion;

  AddressException(String key, String english, Optional<String> suggestion, Object... arguments) {
    super(key, english, arguments);
    this.suggestion = suggestion;
  }

  /** What can be put in its place with one press, where that is clear. */
  public Optional<String> suggestion() {
    return suggestion;
  }
}
