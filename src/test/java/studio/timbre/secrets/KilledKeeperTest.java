package studio.timbre.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that is killed while it keeps keys loses none that it had kept, and leaves a file that opens. */
class KilledKeeperTest {
  private static final int KILLS = 10;

  @TempDir Path folder;

  @Test
  void everyKeptKeySurvives() throws Exception {
    var path = folder.resolve("keys.timbre-keys");
    new KeyFile(path, KilledKeeper.FEW).create(KilledKeeper.PASSPHRASE.toCharArray());
    var random = new Random(20261122);
    int next = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      int last = keepUntilKilled(path, next, random);
      var file = new KeyFile(path, KilledKeeper.FEW);
      file.open(KilledKeeper.PASSPHRASE.toCharArray());
      for (int number = 0; number <= last; number++) {
        assertThat(file.get("key " + number)).as("kill %s, key %s", kill, number).isPresent();
      }
      next = last + 1;
    }
    assertThat(next).isGreaterThan(KILLS);
  }

  /** Answers the number of the last key that was told to be kept. */
  private static int keepUntilKilled(Path path, int first, Random random) throws Exception {
    var keeper =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                KilledKeeper.class.getName(),
                path.toString(),
                String.valueOf(first))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var told = keeper.inputReader()) {
      int last = Integer.parseInt(told.readLine());
      TimeUnit.MICROSECONDS.sleep(random.nextInt(60_000));
      // Through its handle: the process itself would close the pipe that still holds what was told.
      keeper.toHandle().destroyForcibly();
      keeper.waitFor();
      for (var line = told.readLine(); line != null; line = told.readLine()) {
        last = Integer.parseInt(line);
      }
      return last;
    }
  }
}
