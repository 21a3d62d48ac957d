package studio.timbre.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Examples with random tokens, the second half of each trained. */
public final class MadeExamples {
  private MadeExamples() {}

  /** Lengths from 4 to {@code longest}, tokens below {@code vocabulary}. */
  public static List<Example> of(int count, int longest, int vocabulary, long seed) {
    var random = new Random(seed);
    var examples = new ArrayList<Example>();
    for (int i = 0; i < count; i++) {
      examples.add(one(i, 4 + random.nextInt(longest - 3), vocabulary, random));
    }
    return examples;
  }

  public static Example one(int index, int length, int vocabulary, Random random) {
    var tokens = new int[length];
    var trained = new boolean[length];
    for (int i = 0; i < length; i++) {
      tokens[i] = random.nextInt(vocabulary);
      trained[i] = i >= length / 2;
    }
    return new Example(index, tokens, trained);
  }
}
