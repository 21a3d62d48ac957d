package studio.timbre.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import studio.timbre.model.Connection;
import studio.timbre.model.Provider;
import studio.timbre.model.UserFacingException;

/**
 * The connections in {@code connections.json}, without any key. Entries that this version does not understand are not shown and
 * stay in the file.
 */
final class ConnectionFile {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String LIST = "connections";

  private final Path file;

  ConnectionFile(Path file) {
    this.file = file;
  }

  /** A connection and where its key is. */
  record Entry(Connection connection, KeySource key) {}

  List<Entry> entries() throws UserFacingException {
    var entries = new ArrayList<Entry>();
    for (var node : list(root())) {
      entry(node).ifPresent(entries::add);
    }
    return entries;
  }

  void add(Entry entry) throws UserFacingException {
    var root = root();
    list(root).add(write(MAPPER.createObjectNode(), entry));
    save(root);
  }

  void replace(Entry entry) throws UserFacingException {
    var root = root();
    for (var node : list(root)) {
      if (is(node, entry.connection().id())) {
        write((ObjectNode) node, entry);
        save(root);
        return;
      }
    }
    throw ConnectionProblems.gone(entry.connection().name());
  }

  void remove(String id) throws UserFacingException {
    var root = root();
    var list = list(root);
    for (int i = list.size() - 1; i >= 0; i--) {
      if (is(list.get(i), id)) {
        list.remove(i);
      }
    }
    save(root);
  }

  private static boolean is(JsonNode node, String id) {
    return node.path("id").asText().equals(id);
  }

  private ObjectNode root() throws UserFacingException {
    if (!Files.exists(file)) {
      return MAPPER.createObjectNode();
    }
    try {
      if (MAPPER.readTree(Files.readString(file)) instanceof ObjectNode object
          && (object.path(LIST).isArray() || object.path(LIST).isMissingNode())) {
        return object;
      }
      throw ConnectionProblems.unreadable(file, new IOException("not a list of connections"));
    } catch (JsonProcessingException e) {
      // Its message quotes the file, into which somebody may have pasted a key.
      throw ConnectionProblems.unreadable(
          file, new IOException("not JSON from line " + e.getLocation().getLineNr() + " on"));
    } catch (IOException e) {
      throw ConnectionProblems.unreadable(file, e);
    }
  }

  private static ArrayNode list(ObjectNode root) {
    return root.withArray(LIST);
  }

  private void save(ObjectNode root) throws UserFacingException {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      var part = Files.createTempFile(file.toAbsolutePath().getParent(), "connections", ".part");
      try {
        Files.writeString(part, root.toPrettyString() + "\n");
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw ConnectionProblems.notSaved(file, e);
    }
  }

  private static Optional<Entry> entry(JsonNode node) {
    try {
      var provider = provider(node.path("provider").asText());
      var address = ConnectionAddress.of(ProviderFacts.of(provider), node.path("address").asText());
      String id = node.path("id").asText();
      return id.isBlank()
          ? Optional.empty()
          : Optional.of(
              new Entry(
                  new Connection(id, node.path("name").asText(id), provider, address), key(node)));
    } catch (AddressException | IllegalArgumentException e) {
      System.getLogger(ConnectionFile.class.getName())
          .log(System.Logger.Level.WARNING, "a connection was left aside: " + e.getMessage());
      return Optional.empty();
    }
  }

  private static Provider provider(String name) {
    return Stream.of(Provider.values())
        .filter(provider -> provider.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("an unknown provider"));
  }

  private static KeySource key(JsonNode node) {
    return switch (node.path("key").asText()) {
      case "system" -> new KeySource.InSystem();
      case "file" -> new KeySource.InFile();
      case "environment" -> new KeySource.InEnvironment(node.path("variable").asText());
      default -> new KeySource.None();
    };
  }

  private static ObjectNode write(ObjectNode node, Entry entry) {
    var connection = entry.connection();
    node.put("id", connection.id())
        .put("name", connection.name())
        .put("provider", connection.provider().name())
        .put("address", connection.address().toString())
        .remove("variable");
    return switch (entry.key()) {
      case KeySource.None _ -> node.put("key", "none");
      case KeySource.InSystem _ -> node.put("key", "system");
      case KeySource.InFile _ -> node.put("key", "file");
      case KeySource.InEnvironment from ->
          node.put("key", "environment").put("variable", from.variable());
    };
  }

  /** Two addresses lead to the same computer and door. */
  static boolean isSamePlace(URI one, URI other) {
    return one.getScheme().equalsIgnoreCase(other.getScheme())
        && one.getRawAuthority().equalsIgnoreCase(other.getRawAuthority());
  }
}
