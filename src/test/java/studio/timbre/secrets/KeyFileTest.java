package studio.timbre.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import studio.timbre.model.ApiKey;
import studio.timbre.model.UserFacingException;
import studio.timbre.secrets.KeyFile.State;

class KeyFileTest {
  private static final char[] PASSPHRASE = "four harbour gulls at dawn".toCharArray();
  private static final String CANARY = "sk-canary-7f3a9b";
  private static final int FEW = 1000;

  @TempDir Path folder;
  private Path path;

  @BeforeEach
  void choosePath() {
    path = folder.resolve("own").resolve("keys.timbre-keys");
  }

  @Test
  void aKeyComesBackAfterARestart() throws Exception {
    var before = made();
    before.put("one", new ApiKey(CANARY));
    before.put("two", new ApiKey("other"));
    before.remove("two");
    var after = new KeyFile(path, FEW);
    assertThat(after.state()).isEqualTo(State.LOCKED);
    assertThat(key(() -> after.get("one"))).isEqualTo("error.keys.locked");
    after.open(PASSPHRASE.clone());
    assertThat(after.state()).isEqualTo(State.OPEN);
    assertThat(after.get("one")).get().extracting(ApiKey::reveal).isEqualTo(CANARY);
    assertThat(after.get("two")).isEmpty();
  }

  @Test
  void theRealNumberOfIterationsOpensToo() throws Exception {
    var file = new KeyFile(path);
    file.create(PASSPHRASE.clone());
    file.put("one", new ApiKey(CANARY));
    assertThat(Files.readAllBytes(path)).hasSizeGreaterThan(109);
    // 600,000 in the four bytes behind letters and version.
    assertThat(java.util.Arrays.copyOfRange(Files.readAllBytes(path), 13, 17))
        .containsExactly(0x00, 0x09, 0x27, 0xC0);
  }

  @Test
  void withoutAFileThereIsNothingToOpen() {
    var file = new KeyFile(path, FEW);
    assertThat(file.state()).isEqualTo(State.ABSENT);
    assertThat(key(() -> open(file, PASSPHRASE))).isEqualTo("error.keys.unreadable");
    assertThat(key(() -> put(file, "one"))).isEqualTo("error.keys.locked");
    assertThat(path).doesNotExist();
  }

  @Test
  void aShortPassphraseIsRefusedBeforeAnythingIsWritten() {
    var file = new KeyFile(path, FEW);
    assertThat(key(() -> create(file, "eleven char".toCharArray())))
        .isEqualTo("error.keys.shortPassphrase");
    assertThat(path).doesNotExist();
  }

  @Test
  void aWrongPassphraseChangesNothing() throws Exception {
    made().put("one", new ApiKey(CANARY));
    var bytes = Files.readAllBytes(path);
    var file = new KeyFile(path, FEW);
    assertThat(key(() -> open(file, "four harbour gulls at dusk".toCharArray())))
        .isEqualTo("error.keys.wrongPassphrase");
    assertThat(file.state()).isEqualTo(State.LOCKED);
    assertThat(Files.readAllBytes(path)).isEqualTo(bytes);
  }

  @Test
  void aFileThatIsThereIsNeverMadeAnew() throws Exception {
    made().put("one", new ApiKey(CANARY));
    var other = new KeyFile(path, FEW);
    assertThat(key(() -> create(other, PASSPHRASE))).isEqualTo("error.keys.exists");
    other.open(PASSPHRASE.clone());
    assertThat(other.get("one")).isPresent();
  }

  @Test
  void aDamagedFileIsLeftAsItIsAndSetAsideOnlyWhenAsked() throws Exception {
    var file = made();
    file.put("one", new ApiKey(CANARY));
    var bytes = Files.readAllBytes(path);
    bytes[70] ^= 1;
    Files.write(path, bytes);
    assertThat(key(() -> file.get("one"))).isEqualTo("error.keys.damaged");
    assertThat(key(() -> put(file, "two"))).isEqualTo("error.keys.damaged");
    assertThat(Files.readAllBytes(path)).isEqualTo(bytes);
    var aside = file.setAside();
    assertThat(Files.readAllBytes(aside)).isEqualTo(bytes);
    assertThat(file.state()).isEqualTo(State.ABSENT);
    file.create(PASSPHRASE.clone());
    assertThat(file.get("one")).isEmpty();
  }

  @Test
  void noFileHoldsTheTextOfAKeyOrOfThePassphrase() throws Exception {
    var file = made();
    for (int i = 0; i < 5; i++) {
      file.put("connection " + i, new ApiKey(CANARY + i));
    }
    try (var files = Files.walk(folder)) {
      for (var each : files.filter(Files::isRegularFile).toList()) {
        assertThat(Files.readString(each, StandardCharsets.ISO_8859_1))
            .as(each.toString())
            .doesNotContain("canary")
            .doesNotContain("gulls");
      }
    }
    assertThat(new ApiKey(CANARY).toString()).doesNotContain("canary");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void nobodyElseMayReadTheFile() throws Exception {
    var file = made();
    file.put("one", new ApiKey(CANARY));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
        .isEqualTo("rw-------");
  }

  /** A part that a killed process left behind is neither read nor in the way, whoever may read it. */
  @Test
  void whatAKilledProcessLeftIsNotInTheWay() throws Exception {
    var file = made();
    Files.writeString(path.resolveSibling("keys.timbre-keys.part"), "half");
    file.put("one", new ApiKey(CANARY));
    assertThat(file.get("one")).isPresent();
    assertThat(path.resolveSibling("keys.timbre-keys.part")).doesNotExist();
  }

  @Test
  void manyWindowsLoseNoKeyOfEachOther() throws Exception {
    made();
    int windows = 4;
    int each = 8;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var done = new ArrayList<Future<?>>();
      for (int window = 0; window < windows; window++) {
        String name = "window " + window + " ";
        done.add(
            threads.submit(
                () -> {
                  var file = new KeyFile(path, FEW);
                  file.open(PASSPHRASE.clone());
                  for (int i = 0; i < each; i++) {
                    file.put(name + i, new ApiKey(CANARY + i));
                  }
                  return null;
                }));
      }
      for (var one : done) {
        one.get();
      }
    }
    var all = new KeyFile(path, FEW);
    all.open(PASSPHRASE.clone());
    for (int window = 0; window < windows; window++) {
      for (int i = 0; i < each; i++) {
        assertThat(all.get("window " + window + " " + i)).isPresent();
      }
    }
  }

  @Test
  void aFileWithAnotherPassphraseInItsPlaceLocksAgain() throws Exception {
    var here = made();
    here.put("one", new ApiKey(CANARY));
    var there = new KeyFile(path, FEW);
    there.setAside();
    there.create("a wholly different one".toCharArray());
    assertThat(key(() -> here.get("one"))).isEqualTo("error.keys.locked");
    assertThat(here.state()).isEqualTo(State.LOCKED);
  }

  @Test
  void aFolderThatCannotBeWrittenIsASentence() throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("own"), "a file where the folder should be");
    assertThat(key(() -> create(new KeyFile(path, FEW), PASSPHRASE)))
        .isEqualTo("error.keys.unwritable");
  }

  @Test
  void errorsHoldNeitherKeysNorPassphrases() throws Exception {
    var file = made();
    file.put("one", new ApiKey(CANARY));
    var bytes = Files.readAllBytes(path);
    bytes[70] ^= 1;
    Files.write(path, bytes);
    for (Callable<?> act :
        List.<Callable<?>>of(
            () -> file.get("one"), () -> put(file, "two"), () -> open(file, PASSPHRASE))) {
      var failure = catchThrowableOfType(UserFacingException.class, act::call);
      var text = new java.io.StringWriter();
      failure.printStackTrace(new java.io.PrintWriter(text));
      assertThat(text + " " + failure.arguments()).doesNotContain("canary").doesNotContain("gulls");
    }
  }

  private KeyFile made() throws UserFacingException {
    var file = new KeyFile(path, FEW);
    file.create(PASSPHRASE.clone());
    return file;
  }

  private static Object open(KeyFile file, char[] passphrase) throws UserFacingException {
    file.open(passphrase.clone());
    return file;
  }

  private static Object create(KeyFile file, char[] passphrase) throws UserFacingException {
    file.create(passphrase.clone());
    return file;
  }

  private static Object put(KeyFile file, String connection) throws UserFacingException {
    file.put(connection, new ApiKey(CANARY));
    return file;
  }

  private static String key(Callable<?> act) {
    return catchThrowableOfType(UserFacingException.class, act::call).key();
  }
}
