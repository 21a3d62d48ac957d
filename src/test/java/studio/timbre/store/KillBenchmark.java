package studio.timbre.store;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@link KillTest} with two hundred kills. */
class KillBenchmark {
  private static final int KILLS = 200;

  @TempDir Path folder;

  @Test
  void everyFinishedEditSurvivesAndNoneIsHalfDone() throws Exception {
    KillTest.kill(folder, KILLS);
  }
}
