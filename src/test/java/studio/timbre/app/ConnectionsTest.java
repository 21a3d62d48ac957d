package studio.timbre.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.model.ApiKey;
import studio.timbre.model.Connection;
import studio.timbre.model.Progress;
import studio.timbre.model.Provider;
import studio.timbre.model.UserFacingException;
import studio.timbre.pricing.Catalogue;
import studio.timbre.secrets.KeyFile;
import studio.timbre.secrets.KeyStore;

class ConnectionsTest {
  private static final String CANARY = "sk-canary-7f3a9b";
  private static final String OPENAI = "https://api.openai.com/v1";
  private static final char[] PASSPHRASE = "four harbour gulls at dawn".toCharArray();

  @TempDir Path folder;
  private final Map<String, String> environment = new HashMap<>();
  private final MemoryStore store = new MemoryStore();
  private Optional<KeyStore> system = Optional.of(store);
  private Connections connections;

  @BeforeEach
  void open() {
    connections =
        new Connections(
            folder.resolve("connections.json"),
            new Keys(
                () -> system, new KeyFile(folder.resolve("keys.timbre-keys")), environment::get),
            Catalogue.shipped().entries(),
            new ConnectionCheck());
  }

  @Test
  void aConnectionComesBackWithItsKeyAfterARestart() throws Exception {
    var added = connections.add(Provider.OPENAI, " Ours ", OPENAI + "/", typed(CANARY));
    open();
    assertThat(connections.list()).containsExactly(added);
    assertThat(added.name()).isEqualTo("Ours");
    assertThat(added.address()).hasToString(OPENAI);
    assertThat(connections.keySource(added)).isEqualTo(new KeySource.InSystem());
    assertThat(connections.keyOf(added).reveal()).isEqualTo(CANARY);
    assertThat(connections.find("ours")).isEqualTo(added);
    assertThat(key(() -> connections.find("theirs"))).isEqualTo("error.connection.unknown");
  }

  @Test
  void noFileHoldsAKey() throws Exception {
    var inSystem = connections.add(Provider.OPENAI, "One", OPENAI, typed(CANARY));
    system = Optional.empty();
    open();
    connections.keys().unlock(PASSPHRASE.clone());
    connections.add(Provider.OPENAI, "Two", OPENAI, typed(CANARY + "2"));
    environment.put("OPENAI_API_KEY", CANARY + "3");
    connections.add(Provider.OPENAI, "Three", OPENAI, new NewKey.FromEnvironment("OPENAI_API_KEY"));
    connections.change(inSystem, "One more", OPENAI, new NewKey.Unchanged());
    try (var files = Files.walk(folder)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
            .as(file.toString())
            .doesNotContain("canary");
      }
    }
    assertThat(Files.readString(folder.resolve("connections.json"))).contains("One more", "Three");
  }

  @Test
  void withoutAStoreOfTheSystemKeysGoIntoTheFileOnceItIsOpen() throws Exception {
    system = Optional.empty();
    var file = folder.resolve("keys.timbre-keys");
    assertThat(connections.keys().place())
        .isEqualTo(new KeyPlace.InFile(file, KeyPlace.Lock.NO_FILE));
    assertThat(key(() -> connections.add(Provider.OPENAI, "Ours", OPENAI, typed(CANARY))))
        .isEqualTo("error.keys.locked");
    assertThat(connections.list()).isEmpty();
    connections.keys().unlock(PASSPHRASE.clone());
    var added = connections.add(Provider.OPENAI, "Ours", OPENAI, typed(CANARY));
    assertThat(connections.keySource(added)).isEqualTo(new KeySource.InFile());
    open();
    assertThat(connections.keys().place())
        .isEqualTo(new KeyPlace.InFile(file, KeyPlace.Lock.LOCKED));
    assertThat(key(() -> connections.keyOf(added))).isEqualTo("error.keys.locked");
    connections.keys().unlock(PASSPHRASE.clone());
    assertThat(connections.keyOf(added).reveal()).isEqualTo(CANARY);
  }

  @Test
  void aKeyInAStoreThatIsSilentTodayIsSaidToBeThere() throws Exception {
    var added = connections.add(Provider.OPENAI, "Ours", OPENAI, typed(CANARY));
    system = Optional.empty();
    open();
    assertThat(key(() -> connections.keyOf(added))).isEqualTo("error.connection.systemSilent");
    assertThat(key(() -> remove(added))).isEqualTo("error.connection.systemSilent");
    assertThat(connections.list()).containsExactly(added);
    connections.removeWithoutKey(added);
    assertThat(connections.list()).isEmpty();
  }

  @Test
  void whatAnotherProgramPutIntoTheStoreIsNoKeyAndNotQuoted() throws Exception {
    var added = connections.add(Provider.OPENAI, "Ours", OPENAI, typed(CANARY));
    store.keys.put(added.id(), new ApiKey(CANARY + "\r\nX-Injected: 1"));
    var failure =
        catchThrowableOfType(
            UserFacingException.class, () -> connections.check(added, Progress.NONE));
    assertThat(failure.key()).isEqualTo("error.connection.keyGone");
    assertThat(failure.toString() + failure.getCause()).doesNotContain("canary");
  }

  @Test
  void removingAConnectionRemovesItsKey() throws Exception {
    var added = connections.add(Provider.OPENAI, "Ours", OPENAI, typed(CANARY));
    assertThat(store.keys).hasSize(1);
    connections.remove(added);
    assertThat(store.keys).isEmpty();
    assertThat(connections.list()).isEmpty();
    assertThat(key(() -> connections.keyOf(added))).isEqualTo("error.connection.gone");
  }

  @Test
  void aListThatCannotBeWrittenLeavesNoKeyBehind() throws Exception {
    Files.createDirectory(folder.resolve("connections.json"));
    assertThat(key(() -> connections.add(Provider.OPENAI, "Ours", OPENAI, typed(CANARY))))
        .startsWith("error.connection.");
    assertThat(store.keys).isEmpty();
  }

  @Test
  void variablesAreOfferedAndNeverTakenByThemselves() throws Exception {
    assertThat(connections.offeredVariable(Provider.OPENAI)).isEmpty();
    environment.put("OPENAI_API_KEY", CANARY);
    assertThat(connections.offeredVariable(Provider.OPENAI)).contains("OPENAI_API_KEY");
    assertThat(connections.offeredVariable(Provider.COMPATIBLE)).isEmpty();
    var plain = connections.add(Provider.OPENAI, "Plain", OPENAI, new NewKey.Unchanged());
    assertThat(key(() -> connections.keyOf(plain))).isEqualTo("error.connection.noKey");
    var agreed =
        connections.add(
            Provider.OPENAI, "Agreed", OPENAI, new NewKey.FromEnvironment("OPENAI_API_KEY"));
    assertThat(connections.keyOf(agreed).reveal()).isEqualTo(CANARY);
    environment.put("OPENAI_API_KEY", "sk-canary-newer");
    assertThat(connections.keyOf(agreed).reveal()).isEqualTo("sk-canary-newer");
    environment.remove("OPENAI_API_KEY");
    assertThat(key(() -> connections.keyOf(agreed))).isEqualTo("error.connection.variableNotSet");
    assertThat(store.keys).isEmpty();
  }

  @Test
  void aKeyIsNotCarriedToAnotherComputerByChangingTheAddress() throws Exception {
    var added = connections.add(Provider.OPENAI, "Ours", OPENAI, typed(CANARY));
    var renamed = connections.change(added, "Theirs", OPENAI, new NewKey.Unchanged());
    assertThat(connections.keyOf(renamed).reveal()).isEqualTo(CANARY);
    var moved =
        connections.change(
            renamed, "Theirs", "https://eu.api.openai.com/v1", new NewKey.Unchanged());
    assertThat(connections.keySource(moved)).isEqualTo(new KeySource.None());
    assertThat(store.keys).isEmpty();
    var again = connections.change(moved, "Theirs", OPENAI, typed("sk-canary-new"));
    assertThat(connections.keyOf(again).reveal()).isEqualTo("sk-canary-new");
  }

  @Test
  void anAddressThatSomebodyChangedInTheFileIsNotUsed() throws Exception {
    var added = connections.add(Provider.OPENAI, "Ours", OPENAI, typed(CANARY));
    var file = folder.resolve("connections.json");
    var text = Files.readString(file);
    for (var other :
        List.of("http://api.openai.com/v1", "https://api.openai.com.gull.example/v1")) {
      Files.writeString(file, text.replace(OPENAI, other));
      assertThat(connections.list()).isEmpty();
      assertThat(key(() -> connections.keyOf(added))).isEqualTo("error.connection.gone");
    }
    connections.add(Provider.NEBIUS, "New", "https://api.tokenfactory.nebius.com/v1", later());
    assertThat(Files.readString(file)).contains(added.id());
  }

  @Test
  void namesAreDifferentAndNotEmpty() throws Exception {
    connections.add(Provider.OPENAI, "Ours", OPENAI, later());
    assertThat(key(() -> connections.add(Provider.OPENAI, "OURS", OPENAI, later())))
        .isEqualTo("error.connection.nameTaken");
    assertThat(key(() -> connections.add(Provider.OPENAI, " \n", OPENAI, later())))
        .isEqualTo("error.connection.noName");
    var odd = connections.add(Provider.OPENAI, "a\u001b[2J" + "b".repeat(200), OPENAI, later());
    assertThat(odd.name()).hasSize(80).doesNotContain("\u001b");
  }

  @Test
  void whatCannotBeAKeyIsRefusedWithoutRepeatingIt() throws Exception {
    for (var text : List.of("", "  ", CANARY + " " + CANARY, CANARY + "\nx", CANARY + "é")) {
      var failure = catchThrowableOfType(UserFacingException.class, () -> Connections.key(text));
      assertThat(failure.key()).isEqualTo("error.connection.notAKey");
      assertThat(failure.toString()).doesNotContain("canary");
      assertThat(failure.getCause()).isNull();
    }
    assertThat(Connections.key(" " + CANARY + "\n").reveal()).isEqualTo(CANARY);
    environment.put("OPENAI_API_KEY", CANARY + "\nX-Injected: 1");
    assertThat(connections.offeredVariable(Provider.OPENAI)).isEmpty();
  }

  @Test
  void aBrokenListIsLeftAsItIsAndNotQuoted() throws Exception {
    var file = folder.resolve("connections.json");
    for (var text : List.of("{\"connections\": [" + CANARY, "[]", "{\"connections\": 7}")) {
      Files.writeString(file, text);
      var failure = catchThrowableOfType(UserFacingException.class, () -> connections.list());
      assertThat(failure.key()).isEqualTo("error.connection.unreadable");
      assertThat(failure.getCause().toString()).doesNotContain("canary");
      assertThat(key(() -> connections.add(Provider.OPENAI, "Ours", OPENAI, typed(CANARY))))
          .isEqualTo("error.connection.unreadable");
      assertThat(Files.readString(file)).isEqualTo(text);
    }
    assertThat(store.keys).isEmpty();
  }

  @Test
  void entriesOfANewerTimbreStayInTheFile() throws Exception {
    var file = folder.resolve("connections.json");
    Files.writeString(
        file, "{\"later\":1,\"connections\":[{\"id\":\"x\",\"provider\":\"TOGETHER\"}]}");
    assertThat(connections.list()).isEmpty();
    connections.add(Provider.OPENAI, "Ours", OPENAI, later());
    assertThat(Files.readString(file)).contains("TOGETHER", "later", "Ours");
  }

  @Test
  void aConnectionBeingWrittenIsCheckedWithWhatStandsThere() throws Exception {
    try (var server = new ModelsServer()) {
      assertThat(
              connections.check(
                  Provider.OPENAI,
                  server.address(),
                  typed(CANARY),
                  Optional.empty(),
                  Progress.NONE))
          .isInstanceOf(CheckOutcome.Works.class);
      assertThat(server.calls)
          .containsExactly(
              "GET /v1/models Bearer " + CANARY + " null",
              "GET /v1/fine_tuning/model_limits Bearer " + CANARY + " null");
      var added = connections.add(Provider.OPENAI, "Ours", server.address(), typed(CANARY));
      assertThat(connections.check(added, Progress.NONE)).isInstanceOf(CheckOutcome.Works.class);
      assertThat(
              key(
                  () ->
                      connections.check(
                          Provider.OPENAI, OPENAI, later(), Optional.of(added), Progress.NONE)))
          .as("the kept key does not go to another address")
          .isEqualTo("error.connection.keyWanted");
    }
  }

  @Test
  void theLastDayForJobsComesFromTheCatalogue() {
    var today = LocalDate.of(2026, 11, 22);
    assertThat(connections.closing(Provider.OPENAI, today))
        .contains(
            new Connections.Closing(
                LocalDate.of(2027, 1, 5), Optional.of(LocalDate.of(2027, 1, 14))));
    assertThat(connections.closing(Provider.OPENAI, LocalDate.of(2027, 6, 1)))
        .contains(
            new Connections.Closing(
                LocalDate.of(2027, 1, 5), Optional.of(LocalDate.of(2027, 1, 14))));
    assertThat(connections.closing(Provider.NEBIUS, today)).isEmpty();
    assertThat(connections.closing(Provider.AZURE, today)).isEmpty();
    assertThat(connections.closing(Provider.COMPATIBLE, today)).isEmpty();
  }

  @Test
  void theSuiteNeverTouchesTheStoreOfTheSystem() throws IOException {
    try (var timbre = Timbre.startIn(new TimbreFolder(folder.resolve("home")))) {
      assertThat(timbre.connections().keys().place()).isInstanceOf(KeyPlace.InFile.class);
    }
  }

  private Object remove(Connection connection) throws UserFacingException {
    connections.remove(connection);
    return connection;
  }

  private static NewKey typed(String key) {
    return new NewKey.Typed(new ApiKey(key));
  }

  private static NewKey later() {
    return new NewKey.Unchanged();
  }

  private static String key(Callable<?> act) {
    return catchThrowableOfType(UserFacingException.class, act::call).key();
  }

  private static final class MemoryStore implements KeyStore {
    private final Map<String, ApiKey> keys = new HashMap<>();

    @Override
    public String name() {
      return "A store in memory";
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
