package studio.timbre.train;

import java.util.Set;
import java.util.function.IntPredicate;
import studio.timbre.model.Sampling;

/** A model, tuned or not, that continues a text. Used by one thread only. */
public interface SpeakingModel extends AutoCloseable {

  /**
   * Continues the prompt token by token with a key-value cache, until an end token (not handed over), the longest length,
   * or until {@code onToken} answers false.
   *
   * @return tokens handed over
   */
  int generate(int[] prompt, Set<Integer> endTokens, Sampling sampling, IntPredicate onToken);

  @Override
  void close();
}
