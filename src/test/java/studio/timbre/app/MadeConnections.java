package studio.timbre.app;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import studio.timbre.model.ApiKey;
import studio.timbre.pricing.Catalogue;
import studio.timbre.secrets.KeyFile;
import studio.timbre.secrets.KeyStore;

/** Connections in a folder of their own, for screens to show. */
public final class MadeConnections {
  private MadeConnections() {}

  /** On a computer whose key store answers. */
  public static Connections withStore(Path folder, Map<String, String> environment) {
    return made(folder, Optional.of(new MemoryStore()), environment);
  }

  /** On a computer without one. */
  public static Connections withFile(Path folder, Map<String, String> environment) {
    return made(folder, Optional.empty(), environment);
  }

  private static Connections made(
      Path folder, Optional<KeyStore> store, Map<String, String> environment) {
    return new Connections(
        folder.resolve("connections.json"),
        new Keys(() -> store, new KeyFile(folder.resolve("keys.timbre-keys")), environment::get),
        Catalogue.shipped().entries(),
        new ConnectionCheck());
  }

  private static final class MemoryStore implements KeyStore {
    private final Map<String, ApiKey> keys = new HashMap<>();

    @Override
    public String name() {
      return "Secret Service";
    }

    @Override
    public void put(String connection, ApiKey key) {
      keys.put(connection, key);
    }

    @Override
    public Optional<ApiKey> get(String connection) {
      return Optional.ofNullable(keys.get(connection));
    }

    @Override
    public void remove(String connection) {
      keys.remove(connection);
    }
  }
}
