package studio.timbre.model;

/**
 * Tokens, as exactly as they can be counted.
 *
 * @param low at least so many
 * @param high at most so many; the same where they are counted exactly
 */
public record TokenRange(long low, long high) {

  public boolean isExact() {
    return low == high;
  }
}
