package studio.timbre.model;

/**
 * What is used in a month at least and at most, as exactly as tokens are counted.
 *
 * @param high the same as {@code low} where tokens are counted exactly
 */
public record UseRange(MonthlyUse low, MonthlyUse high) {

  /** Of tokens that were counted exactly. */
  public static UseRange exactly(MonthlyUse use) {
    return new UseRange(use, use);
  }
}
