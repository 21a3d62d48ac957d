package studio.timbre.train;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Deals examples into batches of about equal length: shuffles all, sorts a handful of batches at a time by length, cuts them
 * and shuffles the batches. The same seed and epoch always give the same batches, so that a run can go on where it stopped.
 */
public final class Batches {
  /** Large enough that lengths within a batch are close, small enough that the order stays random. */
  private static final int BATCHES_SORTED_TOGETHER = 16;

  private final List<Example> examples;
  private final int batchSize;
  private final long seed;

  public Batches(List<Example> examples, int batchSize, long seed) {
    this.examples = List.copyOf(examples);
    this.batchSize = batchSize;
    this.seed = seed;
  }

  /**
   * All examples once, in batches; one batch may be smaller.
   *
   * @param epoch from 0
   */
  public List<List<Example>> epoch(int epoch) {
    // A prime apart, so that epoch 1 of seed 1 is not epoch 0 of seed 2.
    var random = new Random(seed * 1_000_003 + epoch);
    var shuffled = new ArrayList<>(examples);
    Collections.shuffle(shuffled, random);
    var batches = new ArrayList<List<Example>>();
    int together = batchSize * BATCHES_SORTED_TOGETHER;
    for (int from = 0; from < shuffled.size(); from += together) {
      var some = shuffled.subList(from, Math.min(from + together, shuffled.size()));
      some.sort(Comparator.comparingInt(Example::length));
      for (int start = 0; start < some.size(); start += batchSize) {
        batches.add(List.copyOf(some.subList(start, Math.min(start + batchSize, some.size()))));
      }
    }
    Collections.shuffle(batches, random);
    return batches;
  }
}
