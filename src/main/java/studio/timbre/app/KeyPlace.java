package studio.timbre.app;

import java.nio.file.Path;

/** Where a key goes that is entered now. */
public sealed interface KeyPlace {

  /**
   * The store that the system has for keys.
   *
   * @param name as the system calls it, "macOS Keychain"
   */
  record InSystem(String name) implements KeyPlace {}

  /** A file of Timbre's, as the system has no store that answers. */
  record InFile(Path file, Lock lock) implements KeyPlace {}

  /** Whether the file can be used. */
  enum Lock {
    /** It is not there: the passphrase that is entered next makes it. */
    NO_FILE,
    LOCKED,
    OPEN
  }
}
