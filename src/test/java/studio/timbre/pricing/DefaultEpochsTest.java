package studio.timbre.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefaultEpochsTest {

  /** Worked out by hand from the notebook's five constants. */
  @ParameterizedTest
  @CsvSource({
    "0, 25",
    "1, 25",
    "4, 25",
    "5, 20",
    "10, 10",
    "32, 3",
    "33, 3",
    "34, 3",
    "8333, 3",
    "8334, 2",
    "12500, 2",
    "12501, 1",
    "25000, 1",
    "25001, 1",
    "3000000000, 1"
  })
  void epochsFollowTheNumberOfConversations(long examples, int epochs) {
    assertThat(DefaultEpochs.of(examples)).isEqualTo(epochs);
  }
}
