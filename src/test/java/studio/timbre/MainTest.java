package studio.timbre;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process of its own. */
class MainTest {
  @TempDir Path home;

  @Test
  void theCommandLineEndsWithItsCode() throws Exception {
    var help = run("--help");
    assertThat(help.code()).isZero();
    assertThat(help.out()).contains("Usage: timbre");
    assertThat(help.err()).isEmpty();

    var wrong = run("sing");
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.out()).isEmpty();
  }

  @Test
  void theLogGoesToTimbresFolder() throws Exception {
    run("--version");
    try (var files = Files.list(home.resolve("log"))) {
      assertThat(files.map(file -> file.getFileName().toString())).contains("timbre-0-0.log");
    }
  }

  @Test
  void aFolderThatCannotBeWrittenDoesNotEndTheProgram() throws Exception {
    Files.writeString(home.resolve("log"), "in the way");
    assertThat(run("--version").code()).isZero();
  }

  private record Ended(int code, String out, String err) {}

  private Ended run(String... arguments) throws IOException, InterruptedException {
    var out = Files.createTempFile(home, "out", ".txt");
    var err = Files.createTempFile(home, "err", ".txt");
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of("-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
    command.add(Main.class.getName());
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command);
    builder.environment().put("TIMBRE_HOME", home.toString());
    builder.redirectOutput(out.toFile()).redirectError(err.toFile());
    int code = builder.start().waitFor();
    return new Ended(
        code,
        Files.readString(out, StandardCharsets.UTF_8),
        Files.readString(err, StandardCharsets.UTF_8));
  }
}
