package studio.timbre.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimbreCommandLineTest {
  private static final Logger LOG = Logger.getLogger("studio.timbre.cli");

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeAll
  static void keepTheLogOutOfTheBuild() {
    LOG.setUseParentHandlers(false);
  }

  @Test
  void helpNamesEveryCommandAndStartsNothing() {
    assertThat(run("--help")).isZero();
    assertThat(out()).contains("Usage: timbre").contains("count").contains("models");
    assertThat(err()).isEmpty();
  }

  @Test
  void theVersionIsTheBuilds() {
    assertThat(run("--version")).isZero();
    assertThat(out()).matches("Timbre \\d+\\.\\d+\\.\\d+\\S*\\R");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sing",
        "count",
        "count data.jsonl",
        "count data.jsonl --model",
        "count data.jsonl --model m --epochs many",
        "count data.jsonl --model m --loud",
        "models add",
        "models fetch"
      })
  void wrongUsageEndsWithTwoAndASentence(String line) {
    assertThat(run(line.split(" "))).isEqualTo(2);
    assertThat(out()).isEmpty();
    assertThat(err()).isNotBlank().doesNotContain("Exception").doesNotContain("\tat ");
  }

  @Test
  void aProjectThatIsNamedIsShownInTheWindow(@TempDir Path folder) throws Exception {
    var project = Files.createFile(folder.resolve("Café do mar.timbre"));
    var shown = new ArrayList<Path>();
    assertThat(run(shown::add, project.toString())).isZero();
    assertThat(shown).containsExactly(project.toAbsolutePath());
    assertThat(out()).isEmpty();
    assertThat(err()).isEmpty();
  }

  @Test
  void aProjectThatIsNotThereOpensNoWindow(@TempDir Path folder) {
    String project = folder.resolve("gone.timbre").toString();
    var shown = new ArrayList<Path>();
    assertThat(run(shown::add, project)).isEqualTo(2);
    assertThat(shown).isEmpty();
    assertThat(err()).startsWith("There is no file " + project + ".");

    assertThat(run(shown::add, folder.toString())).isEqualTo(2);
    assertThat(run(shown::add, "sing")).isEqualTo(2);
    assertThat(err()).contains("There is no command sing, and no file of that name.");
    assertThat(shown).isEmpty();
  }

  @Test
  void aProjectWithoutADisplayIsToldOf(@TempDir Path folder) throws Exception {
    var project = Files.createFile(folder.resolve("gull.timbre"));
    assertThat(run(project.toString())).isEqualTo(1);
    assertThat(err()).startsWith("There is no display, so " + project + " was not opened.");
  }

  @Test
  void wrongUsageIsAnObjectForPrograms() {
    assertThat(run("count", "data.jsonl", "--json")).isEqualTo(2);
    assertThat(out()).startsWith("{\"error\":{\"code\":\"usage\",\"message\":\"").endsWith("}\n");
    assertThat(err()).isEmpty();
  }

  @Test
  void aDefectIsTakenAsASentenceWithoutATrace() {
    assertThat(run("models")).isEqualTo(1);
    assertThat(err())
        .startsWith("Something went wrong inside Timbre")
        .doesNotContain("IllegalStateException");
  }

  @Test
  void withoutACommandTheMainJobStartsTimbre() {
    assertThat(run()).isEqualTo(1);
    assertThat(err()).startsWith("Something went wrong inside Timbre");
  }

  @Test
  void verboseAddsTheTrace() {
    assertThat(run("models", "--verbose")).isEqualTo(1);
    assertThat(err()).contains("IllegalStateException: no Timbre in this test");
  }

  private int run(String... arguments) {
    return run(Window.NONE, arguments);
  }

  private int run(Window window, String... arguments) {
    var session =
        new Session(
            () -> {
              throw new IllegalStateException("no Timbre in this test");
            },
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false);
    return TimbreCommandLine.run(session, window, arguments);
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
