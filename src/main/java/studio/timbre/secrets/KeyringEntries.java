package studio.timbre.secrets;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.PasswordAccessException;

/** The key store of this system through java-keyring, its only user. */
final class KeyringEntries implements SystemEntries {
  private static final String SERVICE = "Timbre";

  private final Keyring keyring;

  private KeyringEntries(Keyring keyring) {
    this.keyring = keyring;
  }

  static KeyringEntries open() throws BackendNotSupportedException {
    return new KeyringEntries(Keyring.create());
  }

  @Override
  public String name() {
    return switch (keyring.getKeyringStorageType()) {
      case OSX_KEYCHAIN, LEGACY_OSX_KEYCHAIN -> "macOS Keychain";
      case WINDOWS_CREDENTIAL_STORE -> "Windows Credential Manager";
      case GNOME_KEYRING -> "Secret Service";
      case KWALLET -> "KWallet";
    };
  }

  @Override
  public void set(String account, String secret) throws PasswordAccessException {
    keyring.setPassword(SERVICE, account, secret);
  }

  @Override
  public String get(String account) throws PasswordAccessException {
    return keyring.getPassword(SERVICE, account);
  }

  @Override
  public void delete(String account) throws PasswordAccessException {
    keyring.deletePassword(SERVICE, account);
  }

  @Override
  public void close() throws Exception {
    keyring.close();
  }
}
