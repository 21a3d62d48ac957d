package studio.timbre.dataset;

import java.time.Duration;

/** A hundred thousand of the damaged files of which each build reads some. */
class MutatedFilesBenchmark extends MutatedFilesTest {
  @Override
  int timesAFile() {
    return 3_100;
  }

  @Override
  Duration atMost() {
    return Duration.ofHours(2);
  }
}
