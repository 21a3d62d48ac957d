package studio.timbre.model;

/**
 * A price in US dollars, as exactly as the tokens behind it are counted.
 *
 * @param low at least so much
 * @param high at most so much: what a budget has to hold; the same where the tokens are counted exactly
 */
public record PriceRange(double low, double high) {

  /** Of tokens that were counted exactly. */
  public static PriceRange exactly(double usd) {
    return new PriceRange(usd, usd);
  }

  public boolean isExact() {
    return low == high;
  }
}
