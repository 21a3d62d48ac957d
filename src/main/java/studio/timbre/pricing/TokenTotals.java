package studio.timbre.pricing;

import java.util.OptionalInt;
import studio.timbre.model.TokenCount;

/**
 * What a set of conversations comes to in tokens: all that a price depends on. A store adds it up where the conversations lie
 * (count, sum, sum of the smaller of tokens and limit); {@link Tally} does the same for a file that is read once.
 *
 * @param examples conversations
 * @param tokens of all of them
 * @param answerTokens of the answers alone
 * @param cutTokens after each conversation is cut to the limit
 * @param overLimit conversations that the cut shortens
 */
public record TokenTotals(
    long examples, long tokens, long answerTokens, long cutTokens, long overLimit) {

  /** Adds conversations up, one after the other. */
  public static final class Tally {
    private final int limit;
    private long examples;
    private long tokens;
    private long answerTokens;
    private long cutTokens;
    private long overLimit;

    /**
     * @param limit tokens of the longest conversation that is not cut; empty where none is cut
     */
    public Tally(OptionalInt limit) {
      this.limit = limit.orElse(Integer.MAX_VALUE);
    }

    public void add(TokenCount count) {
      examples++;
      tokens += count.total();
      answerTokens += count.answers();
      cutTokens += Math.min(limit, count.total());
      if (count.total() > limit) {
        overLimit++;
      }
    }

    public TokenTotals totals() {
      return new TokenTotals(examples, tokens, answerTokens, cutTokens, overLimit);
    }
  }
}
