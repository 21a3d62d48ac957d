package studio.timbre.tokens;

/**
 * A text as tokens, each with the place that it was read from.
 *
 * @param ids token numbers
 * @param starts for each token the first character (UTF-16 index) that it covers
 * @param ends for each token the character after the last that it covers
 */
public record Encoded(int[] ids, int[] starts, int[] ends) {
  public int length() {
    return ids.length;
  }
}
