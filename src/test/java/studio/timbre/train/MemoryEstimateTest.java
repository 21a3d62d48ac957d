package studio.timbre.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import studio.timbre.weights.ModelConfig;

class MemoryEstimateTest {
  /** SmolLM2-135M. */
  private static final ModelConfig MODEL =
      new ModelConfig("llama", 30, 576, 9, 3, 64, 1536, 49152, 8192, 100_000, 1e-5, true);

  /** The peak of a process of its own that trained these two conversations, in bytes. */
  private static final long MEASURED = 1_783_460L << 10;

  @Test
  void isWithinAQuarterOfWhatWasMeasured() {
    assertThat((double) estimate(2, 256, 249) / MEASURED).isBetween(0.8, 1.25);
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
