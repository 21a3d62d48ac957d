package studio.timbre;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The Python of the reference scripts: {@code -Dreference.python=…}, or the environment variable {@code TIMBRE_REFERENCE_PYTHON}. A
 * test that needs it is skipped where there is none.
 */
public final class ReferencePython {
  private static final Path SCRIPTS = Path.of("src", "test", "reference");

  private ReferencePython() {}

  /** Runs a script and reads the JSON object of its last line. */
  public static JsonNode run(Map<String, String> environment, String script, String... arguments)
      throws IOException, InterruptedException {
    String python =
        System.getProperty("reference.python", System.getenv("TIMBRE_REFERENCE_PYTHON"));
    assumeTrue(
        python != null,
        "skipped: neither -Dreference.python nor TIMBRE_REFERENCE_PYTHON names a Python with the"
            + " packages of src/test/reference/requirements.txt");
    var command = new ArrayList<>(List.of(python, SCRIPTS.resolve(script).toString()));
    command.addAll(List.of(arguments));
    var log = Files.createTempFile("reference", ".txt");
    var builder = new ProcessBuilder(command).redirectError(log.toFile());
    builder.environment().putAll(environment);
    var process = builder.start();
    try {
      var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(process.waitFor()).as(() -> script + ": " + read(log)).isZero();
      return new ObjectMapper().readTree(output.strip().lines().toList().getLast());
    } finally {
      process.destroyForcibly();
      Files.delete(log);
    }
  }

  private static String read(Path log) {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
