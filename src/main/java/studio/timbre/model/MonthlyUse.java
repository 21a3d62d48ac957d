package studio.timbre.model;

/**
 * How much a tuned model is used in a month.
 *
 * @param calls answers asked for
 * @param promptTokens of one call, all that is sent
 * @param cachedTokens how many of those the provider has read before and bills as cached, where it does
 * @param answerTokens of one call
 * @param hours that a machine stands ready, for models that are billed by the hour
 */
public record MonthlyUse(
    long calls, double promptTokens, double cachedTokens, double answerTokens, double hours) {

  /** Hours of a month, on average: 365 days of 24 hours in 12 months. */
  public static final double ALL_HOURS = 730;

  public MonthlyUse {
    if (calls < 0 || promptTokens < 0 || cachedTokens < 0 || answerTokens < 0 || hours < 0) {
      throw new IllegalArgumentException("less than nothing is used");
    }
    cachedTokens = Math.min(cachedTokens, promptTokens);
  }

  /** What is sent in a month. */
  public double promptTokensAMonth() {
    return calls * promptTokens;
  }
}
