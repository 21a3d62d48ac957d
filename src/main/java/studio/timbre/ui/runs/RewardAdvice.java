package studio.timbre.ui.runs;

import java.util.ArrayList;
import java.util.Collections;
import java.util.NavigableMap;
import studio.timbre.ui.runs.Advice.Kind;

/**
 * One thing to tell about the rewards of a run. Rewards are in the grader's own measure and may be 0 or below, so that they are told
 * apart by differences and not by shares.
 */
final class RewardAdvice {
  /** Less than this share of the largest reward is noise. */
  private static final double NOTICEABLE = 0.02;

  /** So many measurements make a trend. */
  private static final int SEVERAL = 3;

  private RewardAdvice() {}

  /**
   * The kinds are those of losses: {@link Kind#FALLING} is what still gets better, {@link Kind#RISING} what has begun to get worse.
   * The change is a difference of rewards.
   *
   * @param rewards mean of the held-out questions by step
   * @param ended nothing more will come
   */
  static Advice of(NavigableMap<Integer, Double> rewards, boolean ended) {
    int count = rewards.size();
    if (count < 2 || (count < SEVERAL && !ended)) {
      return new Advice(Kind.TOO_EARLY, 0, 0);
    }
    var steps = new ArrayList<>(rewards.keySet());
    var means = new ArrayList<>(rewards.values());
    double noise = NOTICEABLE * means.stream().mapToDouble(Math::abs).max().orElse(0);
    double first = means.getFirst();
    double last = means.getLast();
    double most = Collections.max(means);
    int best = means.indexOf(most);
    if (last < first - noise && best == 0) {
      return new Advice(Kind.WORSE, steps.getLast(), last - first);
    }
    if (last < most - noise && count - 1 - best >= SEVERAL - 1) {
      return new Advice(Kind.RISING, steps.get(best), most - first);
    }
    int from = count - 1;
    while (from > 0 && Math.abs(means.get(from - 1) - last) <= noise) {
      from--;
    }
    if (count - from > SEVERAL || (ended && last - first <= noise)) {
      return new Advice(Kind.FLAT, steps.get(from), last - first);
    }
    return new Advice(
        ended ? Kind.FALLING_AT_THE_END : Kind.FALLING, steps.getLast(), last - first);
  }
}
