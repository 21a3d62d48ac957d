package studio.timbre.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that were damaged at random are read or refused with a reason; each seed tells how it was damaged. */
class MutatedFilesTest {
  /** Other files with {@code -Dfuzz.seed=1000000}. */
  private static final int FIRST_SEED = Integer.getInteger("fuzz.seed", 0);

  @TempDir Path folder;

  /** How often each sound file is damaged. */
  int timesAFile() {
    return 110;
  }

  /** Reading that does not end is a fault too. */
  Duration atMost() {
    return Duration.ofMinutes(10);
  }

  @Test
  void damagedFilesAreReadOrRefusedWithTheirPlace() {
    var damaged = new DamagedFiles(folder);
    assertTimeoutPreemptively(atMost(), () -> damaged.readAll(timesAFile(), FIRST_SEED));
    assertThat(damaged.faults()).isEmpty();
    assertThat(damaged.files()).isGreaterThanOrEqualTo(33L * timesAFile());
    assertThat(damaged.refused()).isGreaterThan(damaged.files() / 2);
  }
}
