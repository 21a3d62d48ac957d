package studio.timbre.app;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import studio.timbre.app.KeyPlace.Lock;
import studio.timbre.model.ApiKey;
import studio.timbre.model.UserFacingException;
import studio.timbre.secrets.KeyFile;
import studio.timbre.secrets.KeyStore;
import studio.timbre.secrets.SystemKeyStore;

/** Where keys are: the system's store where it answers, Timbre's file where it does not, and environment variables. */
public final class Keys {
  /** Fewest characters of a new passphrase. */
  public static final int LEAST_PASSPHRASE = KeyFile.LEAST_PASSPHRASE;

  private final Supplier<Optional<? extends KeyStore>> search;
  private final KeyFile file;
  private final UnaryOperator<@Nullable String> environment;
  private @Nullable Optional<? extends KeyStore> found;

  /**
   * @param search looks for the system's store, once; it may take a while, as the system may ask the person to unlock it
   * @param environment the value of a variable, null where it is not set
   */
  Keys(
      Supplier<Optional<? extends KeyStore>> search,
      KeyFile file,
      UnaryOperator<@Nullable String> environment) {
    this.search = search;
    this.file = file;
    this.environment = environment;
  }

  private synchronized Optional<? extends KeyStore> system() {
    var known = found;
    if (known == null) {
      known = search.get();
      found = known;
    }
    return known;
  }

  /** Where a key goes that is entered now. */
  public KeyPlace place() {
    var system = system();
    return system.isPresent()
        ? new KeyPlace.InSystem(system.get().name())
        : new KeyPlace.InFile(file.path(), lock());
  }

  /** Whether Timbre's file is there, and open; of interest also where an earlier key lies in it. */
  public Lock lock() {
    return switch (file.state()) {
      case ABSENT -> Lock.NO_FILE;
      case LOCKED -> Lock.LOCKED;
      case OPEN -> Lock.OPEN;
    };
  }

  /** Opens Timbre's file, or makes it, locked by this passphrase from now on. Good until the program ends. */
  public void unlock(char[] passphrase) throws UserFacingException {
    if (lock() == Lock.NO_FILE) {
      file.create(passphrase);
    } else {
      file.open(passphrase);
    }
  }

  /** Renames Timbre's file, for those who have forgotten the passphrase; keys are entered anew then. */
  public Path setAside() throws UserFacingException {
    return file.setAside();
  }

  /** True where the variable is set to something that can be a key. */
  public boolean isSet(String variable) {
    return variable(variable).isPresent();
  }

  private Optional<ApiKey> variable(String name) {
    try {
      return Optional.ofNullable(environment.apply(name))
          .filter(text -> !text.isBlank())
          .map(KeyText::key);
    } catch (KeyText.NoKeyException e) {
      return Optional.empty();
    }
  }

  /**
   * Keeps a key and says where.
   *
   * @param name of the connection, for sentences
   */
  KeySource put(String connection, String name, NewKey key, KeySource before)
      throws UserFacingException {
    return switch (key) {
      case NewKey.Unchanged _ -> before;
      case NewKey.FromEnvironment from -> {
        if (!isSet(from.variable())) {
          throw ConnectionProblems.variableNotSet(from.variable());
        }
        remove(connection, name, before);
        yield new KeySource.InEnvironment(from.variable());
      }
      case NewKey.Typed typed -> {
        var system = system();
        KeyStore store = system.isPresent() ? system.get() : file;
        store.put(connection, typed.key());
        if (system.isPresent() && before instanceof KeySource.InFile && lock() == Lock.OPEN) {
          file.remove(connection);
        }
        yield system.isPresent() ? new KeySource.InSystem() : new KeySource.InFile();
      }
    };
  }

  /**
   * @param name of the connection, for sentences
   */
  ApiKey get(String connection, String name, KeySource source) throws UserFacingException {
    return switch (source) {
      case KeySource.None _ -> throw ConnectionProblems.noKey(name);
      case KeySource.InSystem _ ->
          sound(storeOfSystem(name).get(connection))
              .orElseThrow(() -> ConnectionProblems.keyGone(name));
      case KeySource.InFile _ ->
          sound(file.get(connection)).orElseThrow(() -> ConnectionProblems.keyGone(name));
      case KeySource.InEnvironment from ->
          variable(from.variable())
              .orElseThrow(() -> ConnectionProblems.variableNotSet(from.variable()));
    };
  }

  /** Other programs may write into a store: what could not stand in a header counts as no key. */
  private static Optional<ApiKey> sound(Optional<ApiKey> kept) {
    try {
      return kept.map(key -> KeyText.key(key.reveal()));
    } catch (KeyText.NoKeyException e) {
      return Optional.empty();
    }
  }

  /** Nothing happens where none is kept. */
  void remove(String connection, String name, KeySource source) throws UserFacingException {
    switch (source) {
      case KeySource.None _, KeySource.InEnvironment _ -> {}
      case KeySource.InSystem _ -> storeOfSystem(name).remove(connection);
      case KeySource.InFile _ -> file.remove(connection);
    }
  }

  /** Forgets the passphrase and lets go of the system's store. */
  synchronized void close() {
    file.lock();
    var known = found;
    if (known != null && known.isPresent() && known.get() instanceof SystemKeyStore system) {
      system.close();
    }
  }

  private KeyStore storeOfSystem(String name) throws UserFacingException {
    var system = system();
    if (system.isEmpty()) {
      throw ConnectionProblems.systemSilent(name);
    }
    return system.get();
  }
}
