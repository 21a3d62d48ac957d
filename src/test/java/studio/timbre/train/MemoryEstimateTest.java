package studio.timbre.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.timbre.weights.ModelConfig;

class MemoryEstimateTest {
  /** SmolLM2-135M. */
  private static final ModelConfig MODEL =
      new ModelConfig("llama", 30, 576, 9, 3, 64, 1536, 49152, 8192, 100_000, 1e-5, true);

  /** Peaks of training processes on Linux, in bytes, where all conversations had one length. */
  @ParameterizedTest
  @CsvSource({
    "4,  103, 1667784704",
    "4,  301, 2637000000",
    "1, 1090, 2455678976",
    "4,  511, 3570000000",
  })
  void isWithinATenthOfWhatWasMeasured(int batchSize, int length, long measured) {
    var lengths = new int[batchSize];
    Arrays.fill(lengths, length);

    double ratio = (double) estimate(batchSize, lengths) / measured;

    assertThat(ratio).isBetween(0.9, 1.1);
  }

  @Test
  void growsWithTheLongestConversationsOfABatch() {
    assertThat(estimate(2, 512, 512, 10)).isGreaterThan(estimate(2, 256, 256, 10));
    assertThat(estimate(2, 512, 10, 10)).isLessThan(estimate(2, 512, 512, 10));
    assertThat(estimate(1, 256, 256)).isLessThan(estimate(2, 256, 256));
  }

  private static long estimate(int batchSize, int... lengths) {
    var random = new Random(1);
    List<Example> examples =
        Arrays.stream(lengths)
            .mapToObj(length -> MadeExamples.one(0, length, 100, random))
            .toList();
    return MemoryEstimate.of(MODEL, Specs.of(s -> s.batchSize(batchSize)), examples).peakBytes();
  }
}
