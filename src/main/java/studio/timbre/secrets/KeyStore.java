package studio.timbre.secrets;

import java.util.Optional;
import studio.timbre.model.ApiKey;
import studio.timbre.model.UserFacingException;

/** Keeps one key for each connection. Every call may touch a disk or wait for the person, and none is made on the screen's thread. */
public interface KeyStore {

  /** As people know it: "macOS Keychain", or the path of a file. */
  String name();

  /** Keeps a key, in the place of an earlier one. When it returns, the key outlives the program. */
  void put(String connection, ApiKey key) throws UserFacingException;

  /** Empty where none was kept, or where the store no longer has it. */
  Optional<ApiKey> get(String connection) throws UserFacingException;

  /** Nothing happens where there is none. */
  void remove(String connection) throws UserFacingException;
}
