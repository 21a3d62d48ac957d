package studio.timbre.ui.runs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;

/**
 * One thing to tell about the curves of a run.
 *
 * @param step the step that it is about: the best one, or where the curve went flat
 * @param change of the held-out loss against the untuned model, as -0.28
 */
record Advice(Kind kind, int step, double change) {

  enum Kind {
    /** Nothing is measured on held-out conversations. */
    NOTHING_HELD_OUT,
    TOO_EARLY,
    /** Let it run. */
    FALLING,
    /** Ended while it was still getting better. */
    FALLING_AT_THE_END,
    /** It no longer gets better. */
    FLAT,
    /** It has begun to learn the examples by heart. */
    RISING,
    /** It never got better than the untuned model. */
    WORSE
  }

  /** Less than this share of the loss is noise. */
  private static final double NOTICEABLE = 0.005;

  /** So many evaluations make a trend. */
  private static final int SEVERAL = 3;

  /**
   * @param evaluations held-out loss by step, in nats; step 0 is the untuned model
   * @param ended nothing more will come
   * @param measures whether the run has held-out conversations at all
   */
  static Advice of(NavigableMap<Integer, Double> evaluations, boolean ended, boolean measures) {
    if (!measures) {
      return new Advice(Kind.NOTHING_HELD_OUT, 0, 0);
    }
    var steps = new ArrayList<>(evaluations.keySet());
    if (steps.size() < 2 || (steps.size() < SEVERAL && !ended)) {
      return new Advice(Kind.TOO_EARLY, 0, 0);
    }
    var losses = new ArrayList<>(evaluations.values());
    int best = indexOfLeast(losses);
    double first = losses.getFirst();
    double last = losses.getLast();
    double change = losses.get(best) / first - 1;
    if (best == 0 && last > first * (1 + NOTICEABLE)) {
      return new Advice(Kind.WORSE, steps.getLast(), last / first - 1);
    }
    boolean rising = last > losses.get(best) * (1 + NOTICEABLE);
    if (rising && losses.size() - 1 - best >= SEVERAL - 1) {
      return new Advice(Kind.RISING, steps.get(best), change);
    }
    int flatFrom = flatFrom(losses);
    if (losses.size() - flatFrom >= SEVERAL + 1) {
      return new Advice(Kind.FLAT, steps.get(flatFrom), change);
    }
    return new Advice(
        ended ? Kind.FALLING_AT_THE_END : Kind.FALLING, steps.getLast(), last / first - 1);
  }

  private static int indexOfLeast(List<Double> losses) {
    int best = 0;
    for (int index = 1; index < losses.size(); index++) {
      if (losses.get(index) < losses.get(best)) {
        best = index;
      }
    }
    return best;
  }

  /** From where on all losses are the same but for noise. */
  private static int flatFrom(List<Double> losses) {
    double last = losses.getLast();
    int from = losses.size() - 1;
    while (from > 0 && Math.abs(losses.get(from - 1) / last - 1) <= NOTICEABLE) {
      from--;
    }
    return from;
  }

  /** The step of the lowest loss, as in {@code evaluations}; 0 where there is none. */
  static int bestStep(NavigableMap<Integer, Double> evaluations) {
    return evaluations.entrySet().stream()
        .min(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(0);
  }
}
