package studio.timbre.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BatchesTest {
  private final List<Example> examples = MadeExamples.of(203, 400, 100, 7);

  @Test
  void anEpochHoldsEachExampleOnce() {
    var batches = new Batches(examples, 4, 42).epoch(0);

    assertThat(batches).hasSize(51);
    assertThat(batches).filteredOn(batch -> batch.size() == 4).hasSize(50);
    assertThat(batches.stream().flatMap(List::stream))
        .containsExactlyInAnyOrderElementsOf(examples);
  }

  @Test
  void theSameSeedAndEpochGiveTheSameBatches() {
    assertThat(new Batches(examples, 4, 42).epoch(3))
        .isEqualTo(new Batches(examples, 4, 42).epoch(3));
  }

  @Test
  void epochsAndSeedsDiffer() {
    var epoch = new Batches(examples, 4, 42).epoch(0);

    assertThat(new Batches(examples, 4, 42).epoch(1)).isNotEqualTo(epoch);
    assertThat(new Batches(examples, 4, 43).epoch(0)).isNotEqualTo(epoch);
  }

  @Test
  void lengthsWithinABatchAreClose() {
    assertThat(wastedByPadding(new Batches(examples, 4, 42).epoch(0))).isLessThan(0.06);
    assertThat(wastedByPadding(List.of(examples))).isGreaterThan(0.3);
  }

  @Test
  void longAndShortBatchesComeInMixedOrder() {
    var batches = new Batches(MadeExamples.of(64, 400, 100, 7), 4, 42).epoch(0);
    var lengths = batches.stream().map(batch -> batch.getFirst().length()).toList();

    assertThat(lengths).isNotEqualTo(lengths.stream().sorted().toList());
  }

  /** Share of a padded batch that would be padding. */
  private static double wastedByPadding(List<List<Example>> batches) {
    long padded = 0;
    long used = 0;
    for (var batch : batches) {
      padded += batch.size() * (long) batch.stream().mapToInt(Example::length).max().orElseThrow();
      used += batch.stream().mapToInt(Example::length).sum();
    }
    return 1 - (double) used / padded;
  }
}
