package studio.timbre.cli;

import studio.timbre.app.KeyPlace;
import studio.timbre.app.KeyPlace.Lock;
import studio.timbre.app.Keys;
import studio.timbre.model.UserFacingException;

/**
 * Asks for what nobody may see: in a terminal without showing it, else line by line from standard input. Nothing secret is ever an
 * argument, as those can be read by every process of the computer.
 */
final class Secrets {
  private final Session session;

  Secrets(Session session) {
    this.session = session;
  }

  String ask(String what) throws UserFacingException {
    return session
        .secret(what)
        .filter(text -> !text.isBlank())
        .orElseThrow(
            () ->
                new UserFacingException(
                    "error.input.missing",
                    what + " was asked for, and nothing came. Nothing was changed.",
                    what));
  }

  /** Opens Timbre's file of keys where keys go into it, or makes it. */
  void unlockForNewKey(Keys keys) throws UserFacingException {
    if (keys.place() instanceof KeyPlace.InFile file && file.lock() != Lock.OPEN) {
      unlock(keys, file.lock() == Lock.NO_FILE);
    }
  }

  /** Opens Timbre's file of keys, if it is there. */
  void unlockIfThere(Keys keys) throws UserFacingException {
    if (keys.lock() == Lock.LOCKED) {
      unlock(keys, false);
    }
  }

  private void unlock(Keys keys, boolean isNew) throws UserFacingException {
    String passphrase =
        ask(
            isNew
                ? "New passphrase for your keys (at least %d characters)"
                    .formatted(Keys.LEAST_PASSPHRASE)
                : "Passphrase of your keys");
    if (isNew && session.isTerminal() && !ask("Passphrase once more").equals(passphrase)) {
      throw new UserFacingException(
          "error.keys.passphrasesDiffer",
          "The two passphrases are not the same. Type them once more.");
    }
    keys.unlock(passphrase.toCharArray());
  }
}
