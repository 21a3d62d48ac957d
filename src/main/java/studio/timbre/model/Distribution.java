package studio.timbre.model;

import java.util.Arrays;

/**
 * How a set of numbers is spread. A percentile that falls between two numbers lies on the straight line between them, as in NumPy.
 *
 * @param p5 one in twenty is smaller; the others likewise
 */
public record Distribution(
    long count,
    long min,
    long max,
    double mean,
    double median,
    double p5,
    double p10,
    double p90,
    double p95) {

  private static final Distribution EMPTY = new Distribution(0, 0, 0, 0, 0, 0, 0, 0, 0);

  /** Of these numbers; all zeros when there are none. */
  public static Distribution of(int... numbers) {
    if (numbers.length == 0) {
      return EMPTY;
    }
    int[] sorted = numbers.clone();
    Arrays.sort(sorted);
    return new Distribution(
        sorted.length,
        sorted[0],
        sorted[sorted.length - 1],
        Arrays.stream(sorted).average().orElseThrow(),
        quantile(sorted, 0.5),
        quantile(sorted, 0.05),
        quantile(sorted, 0.10),
        quantile(sorted, 0.90),
        quantile(sorted, 0.95));
  }

  private static double quantile(int[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * ((double) sorted[above] - sorted[below]);
  }
}
