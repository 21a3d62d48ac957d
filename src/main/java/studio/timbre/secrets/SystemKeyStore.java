package studio.timbre.secrets;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import studio.timbre.model.ApiKey;
import studio.timbre.model.UserFacingException;

/** The store that this system has for keys, as the Keychain of macOS. */
public final class SystemKeyStore implements KeyStore, AutoCloseable {
  private static final System.Logger LOG = System.getLogger(SystemKeyStore.class.getName());

  private final SystemEntries entries;

  /** How entries are come by. */
  @FunctionalInterface
  interface Opening {
    SystemEntries open() throws Exception;
  }

  private SystemKeyStore(SystemEntries entries) {
    this.entries = entries;
  }

  /**
   * The store, if it really keeps what it is given: an entry is written, read and thrown away again. The system may ask the
   * person to unlock it meanwhile.
   */
  public static Optional<SystemKeyStore> find() {
    return find(KeyringEntries::open);
  }

  static Optional<SystemKeyStore> find(Opening opening) {
    try {
      var entries = opening.open();
      if (keeps(entries)) {
        return Optional.of(new SystemKeyStore(entries));
      }
      entries.close();
    } catch (Exception | LinkageError e) {
      LOG.log(System.Logger.Level.INFO, "this system has no key store that answers: " + e);
    }
    return Optional.empty();
  }

  private static boolean keeps(SystemEntries entries) throws Exception {
    String account = "trial-" + UUID.randomUUID();
    String secret = UUID.randomUUID().toString();
    entries.set(account, secret);
    boolean kept = Objects.equals(entries.get(account), secret);
    entries.delete(account);
    return kept && read(entries, account).isEmpty();
  }

  /** Systems say in many ways that there is no such entry, so that every refusal counts as that. */
  private static Optional<String> read(SystemEntries entries, String account) {
    try {
      return Optional.ofNullable(entries.get(account));
    } catch (Exception e) {
      return Optional.empty();
    }
  }

  @Override
  public String name() {
    return entries.name();
  }

  @Override
  public void put(String connection, ApiKey key) throws UserFacingException {
    try {
      entries.set(connection, key.reveal());
    } catch (Exception e) {
      throw KeyProblems.systemRefused(name(), e);
    }
    if (!read(entries, connection).equals(Optional.of(key.reveal()))) {
      throw KeyProblems.systemRefused(name(), new IllegalStateException("the entry is not there"));
    }
  }

  @Override
  public Optional<ApiKey> get(String connection) {
    return read(entries, connection).map(ApiKey::new);
  }

  @Override
  public void remove(String connection) throws UserFacingException {
    try {
      entries.delete(connection);
    } catch (Exception e) {
      if (read(entries, connection).isPresent()) {
        throw KeyProblems.systemRefused(name(), e);
      }
    }
  }

  @Override
  public void close() {
    try {
      entries.close();
    } catch (Exception e) {
      LOG.log(System.Logger.Level.INFO, "the key store was not closed: " + e);
    }
  }
}
