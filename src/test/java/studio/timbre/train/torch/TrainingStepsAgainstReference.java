package studio.timbre.train.torch;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All twenty steps of both courses; the ordinary build compares the first few of one. */
class TrainingStepsAgainstReference {

  @ParameterizedTest
  @ValueSource(strings = {"constant", "cosine"})
  void losesWhatTheReferenceLoses(String schedule) throws Exception {
    try (var real = new RealLlama()) {
      TrainingSteps.compare(real, schedule, 20);
    }
  }
}
