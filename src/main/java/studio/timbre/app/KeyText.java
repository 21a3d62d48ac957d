package studio.timbre.app;

import studio.timbre.model.ApiKey;

/** Keys as they are typed, pasted or set in an environment. */
final class KeyText {
  private KeyText() {}

  /** The text cannot be a key; says nothing of what it was. */
  static final class NoKeyException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
  }

  /**
   * A key goes into the header of a request. What cannot stand there (line breaks, blanks, letters beyond ASCII) is found here, as
   * the libraries that would refuse it later put the whole header into their message.
   */
  static ApiKey key(String typed) {
    String text = typed.strip();
    if (text.isEmpty() || !text.chars().allMatch(sign -> sign > 0x20 && sign < 0x7f)) {
      throw new NoKeyException();
    }
    return new ApiKey(text);
  }
}
