package studio.timbre;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs after all other tests: {@link NoKeyOnDisk} has looked through the folders of each, what is left is looked through here. */
@Order(Integer.MAX_VALUE)
class CanaryKeysTest {
  private static final String KEY = CanaryKeys.MARK + "0123456789";

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5})
  void aKeyIsFoundInTextAndInBase64WhereverItStands(int before, @TempDir Path folder)
      throws Exception {
    var text = "y".repeat(before) + KEY + "zz";
    var plain = Files.writeString(folder.resolve("plain.log"), text);
    var wide = Files.writeString(folder.resolve("wide.txt"), text, StandardCharsets.UTF_16);
    var coded = folder.resolve("coded.txt");
    Files.writeString(coded, Base64.getEncoder().encodeToString(text.getBytes()));
    Files.writeString(folder.resolve("harmless.txt"), "a canary sings, sk-test");
    try {
      assertThat(CanaryKeys.in(folder)).hasSize(3);
    } finally {
      for (var file : List.of(plain, wide, coded)) {
        Files.delete(file);
      }
    }
  }

  @Test
  void aPassphraseIsFoundToo(@TempDir Path folder) throws Exception {
    var file = Files.writeString(folder.resolve("a"), CanaryKeys.PASSPHRASE_MARK + " at noon");
    try {
      assertThat(CanaryKeys.in(folder)).hasSize(1);
    } finally {
      Files.delete(file);
    }
  }

  @Test
  void noKeyIsLeftInReportsPicturesOutputOrCrashReports() {
    var found = new ArrayList<String>();
    // What tests printed is in the reports; screens that they saw are among the rest.
    for (var folder : List.of("surefire-reports", "snapshots", "timbre-home", "bench")) {
      found.addAll(CanaryKeys.in(Path.of("target", folder)));
    }
    try (var here = Files.newDirectoryStream(Path.of(""), "{hs_err*,replay*,*.log,core*}")) {
      here.forEach(file -> found.addAll(CanaryKeys.in(file)));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    assertThat(found).isEmpty();
  }

  @Test
  void noProcessOfOursHasAKeyInItsArguments() {
    var arguments =
        ProcessHandle.current()
            .descendants()
            .flatMap(child -> child.info().commandLine().stream())
            .toList();
    assertThat(arguments).noneMatch(line -> line.contains(CanaryKeys.MARK));
  }
}
