package studio.timbre.model;

import java.util.List;

/**
 * A failure that a person can do something about. The key names a sentence in the message bundles; the arguments fill it.
 * {@link #getMessage()} is the same sentence in plain English, for the command line and the log.
 */
public class UserFacingException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String key;
  private final transient List<Object> arguments;

  /**
   * @param key a key of {@code messages.properties}, as {@code error.project.notAProject}
   * @param english the sentence in English, complete
   */
  public UserFacingException(String key, String english, Object... arguments) {
    super(english);
    this.key = key;
    this.arguments = List.of(arguments);
  }

  public UserFacingException(String key, String english, Throwable cause, Object... arguments) {
    super(english, cause);
    this.key = key;
    this.arguments = List.of(arguments);
  }

  public String key() {
    return key;
  }

  public List<Object> arguments() {
    return arguments;
  }
}
