package studio.timbre.secrets;

import java.io.IOException;
import java.nio.file.Path;
import studio.timbre.model.UserFacingException;

/** What can go wrong with keys, in words. None of them ever holds a key or a passphrase. */
final class KeyProblems {
  private KeyProblems() {}

  static UserFacingException systemRefused(String store, Exception cause) {
    return new UserFacingException(
        "error.keys.systemRefused",
        store
            + " of this computer did not do what was asked of it, so nothing was changed there. Unlock it and try again.",
        cause,
        store);
  }

  static UserFacingException locked() {
    return new UserFacingException(
        "error.keys.locked",
        "Your keys are locked. Enter their passphrase under Settings, Connections, then try again.");
  }

  static UserFacingException wrongPassphrase() {
    return new UserFacingException(
        "error.keys.wrongPassphrase",
        "This passphrase does not open your keys. Nothing was changed: try again.");
  }

  static UserFacingException shortPassphrase(int least) {
    return new UserFacingException(
        "error.keys.shortPassphrase",
        "The passphrase needs at least "
            + least
            + " characters. Four or five words are a good one.",
        least);
  }

  static UserFacingException damaged(Path file) {
    return new UserFacingException(
        "error.keys.damaged",
        "The file of your keys is damaged and was left as it is: "
            + file
            + ". Put a copy of it back, or set it aside and enter your keys again.",
        file.toString());
  }

  static UserFacingException newer(Path file) {
    return new UserFacingException(
        "error.keys.newer",
        "A newer Timbre wrote the file of your keys, and it was left as it is: "
            + file
            + ". Update Timbre to use it.",
        file.toString());
  }

  static UserFacingException exists(Path file) {
    return new UserFacingException(
        "error.keys.exists",
        "There are keys already, locked by the passphrase of then: " + file + ". Enter that one.",
        file.toString());
  }

  static UserFacingException unreadable(Path file, IOException cause) {
    return new UserFacingException(
        "error.keys.unreadable",
        "The file of your keys could not be read: "
            + file
            + ". Check that it may be read, then try again.",
        cause,
        file.toString());
  }

  static UserFacingException unwritable(Path file, IOException cause) {
    return new UserFacingException(
        "error.keys.unwritable",
        "The file of your keys could not be written, so it is as it was: "
            + file
            + ". Make room on the disk or check its permissions, then try again.",
        cause,
        file.toString());
  }
}
