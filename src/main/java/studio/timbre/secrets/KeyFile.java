package studio.timbre.secrets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import studio.timbre.model.ApiKey;
import studio.timbre.model.UserFacingException;

/**
 * Keys in a file that a passphrase locks. The passphrase is asked for once; it and the keys stay in memory until the program
 * ends. Several windows and processes may use one file: each change begins with what the file holds then.
 */
public final class KeyFile implements KeyStore {
  /** Fewest characters of a new passphrase. */
  public static final int LEAST_PASSPHRASE = 12;

  /**
   * PBKDF2 with HMAC-SHA-512. OWASP's Password Storage Cheat Sheet asks for 210,000; a file can be tried at leisure by who has
   * taken it, and people wait for it once a session, so that it is about three times as many: half a second here.
   */
  private static final int ITERATIONS = 600_000;

  /** Whether the file is there, and whether its passphrase is known. */
  public enum State {
    ABSENT,
    LOCKED,
    OPEN
  }

  private final Path path;
  private final OwnFile file;
  private final int iterations;
  private Optional<char[]> passphrase = Optional.empty();
  private byte[] seen = {};
  private Map<String, String> keys = new TreeMap<>();

  public KeyFile(Path path) {
    this(path, ITERATIONS);
  }

  KeyFile(Path path, int iterations) {
    this.path = path;
    this.file = new OwnFile(path);
    this.iterations = iterations;
  }

  public Path path() {
    return path;
  }

  @Override
  public String name() {
    return path.toString();
  }

  public synchronized State state() {
    if (!Files.exists(path)) {
      return State.ABSENT;
    }
    return passphrase.isPresent() ? State.OPEN : State.LOCKED;
  }

  /** Makes the file, empty. */
  public synchronized void create(char[] chosen) throws UserFacingException {
    if (Character.codePointCount(chosen, 0, chosen.length) < LEAST_PASSPHRASE) {
      throw KeyProblems.shortPassphrase(LEAST_PASSPHRASE);
    }
    var mine = chosen.clone();
    alone(
        () -> {
          if (Files.exists(path)) {
            throw KeyProblems.exists(path);
          }
          write(mine, new TreeMap<>());
        });
  }

  /** Opens the file that is there. */
  public synchronized void open(char[] entered) throws UserFacingException {
    var bytes = read().orElseThrow(() -> KeyProblems.unreadable(path, gone()));
    keys = new TreeMap<>(opened(bytes, entered));
    seen = bytes;
    passphrase = Optional.of(entered.clone());
  }

  /**
   * Renames the file, so that a new one can be made in its place: for those who have forgotten the passphrase, or whose file is
   * damaged. Nothing is deleted.
   *
   * @return where it lies now
   */
  public synchronized Path setAside() throws UserFacingException {
    String time = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS").format(LocalDateTime.now());
    var aside = path.resolveSibling("set-aside-" + time + "-" + path.getFileName());
    alone(() -> Files.move(path, aside));
    lock();
    return aside;
  }

  /** Forgets passphrase and keys; the file stays. */
  public synchronized void lock() {
    passphrase.ifPresent(chars -> Arrays.fill(chars, '\0'));
    passphrase = Optional.empty();
    keys = new TreeMap<>();
    seen = new byte[0];
  }

  @Override
  public synchronized void put(String connection, ApiKey key) throws UserFacingException {
    change(all -> all.put(connection, key.reveal()));
  }

  @Override
  public synchronized Optional<ApiKey> get(String connection) throws UserFacingException {
    refresh();
    return Optional.ofNullable(keys.get(connection)).map(ApiKey::new);
  }

  @Override
  public synchronized void remove(String connection) throws UserFacingException {
    change(all -> all.remove(connection));
  }

  /** What becomes of the keys. */
  @FunctionalInterface
  private interface Edit {
    void apply(Map<String, String> all);
  }

  private void change(Edit edit) throws UserFacingException {
    alone(
        () -> {
          refresh();
          var changed = new TreeMap<>(keys);
          edit.apply(changed);
          if (!changed.equals(keys)) {
            write(passphrase.orElseThrow(KeyProblems::locked), changed);
          }
        });
  }

  /** Reads the file again if somebody else has written it meanwhile. */
  private void refresh() throws UserFacingException {
    var known = passphrase.orElseThrow(KeyProblems::locked);
    var bytes = read().orElseThrow(() -> KeyProblems.unreadable(path, gone()));
    if (Arrays.equals(bytes, seen)) {
      return;
    }
    try {
      keys = new TreeMap<>(SealedKeys.open(bytes, known));
      seen = bytes;
    } catch (SealedKeys.RefusedException e) {
      // Another window has put a file with another passphrase there.
      if (e.refusal() == SealedKeys.Refusal.WRONG_PASSPHRASE) {
        lock();
        throw KeyProblems.locked();
      }
      throw problem(e);
    }
  }

  private IOException gone() {
    return new NoSuchFileException(path.toString());
  }

  private void write(char[] known, Map<String, String> changed) throws IOException {
    var bytes = SealedKeys.seal(changed, known, iterations);
    file.write(bytes);
    keys = new TreeMap<>(changed);
    seen = bytes;
    passphrase = Optional.of(known);
  }

  private Optional<byte[]> read() throws UserFacingException {
    try {
      return file.read();
    } catch (IOException e) {
      throw KeyProblems.unreadable(path, e);
    }
  }

  private Map<String, String> opened(byte[] bytes, char[] tried) throws UserFacingException {
    try {
      return SealedKeys.open(bytes, tried);
    } catch (SealedKeys.RefusedException e) {
      throw problem(e);
    }
  }

  private UserFacingException problem(SealedKeys.RefusedException refused) {
    return switch (refused.refusal()) {
      case DAMAGED -> KeyProblems.damaged(path);
      case NEWER -> KeyProblems.newer(path);
      case WRONG_PASSPHRASE -> KeyProblems.wrongPassphrase();
    };
  }

  private void alone(OwnFile.Change<UserFacingException> change) throws UserFacingException {
    try {
      file.alone(change);
    } catch (IOException e) {
      throw KeyProblems.unwritable(path, e);
    }
  }
}
