package studio.timbre.model;

/**
 * Who speaks in a message. Any word is kept as it came; the constants are the ones that the training formats know.
 *
 * @param name the word in the file, as {@code assistant}
 */
public record Role(String name) {
  public static final Role SYSTEM = new Role("system");
  public static final Role DEVELOPER = new Role("developer");
  public static final Role USER = new Role("user");
  public static final Role ASSISTANT = new Role("assistant");
  public static final Role TOOL = new Role("tool");
  public static final Role FUNCTION = new Role("function");

  /** True for the role whose messages are learned. */
  public boolean isAssistant() {
    return equals(ASSISTANT);
  }
}
