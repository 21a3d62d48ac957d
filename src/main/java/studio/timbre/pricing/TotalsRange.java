package studio.timbre.pricing;

import java.util.OptionalInt;
import studio.timbre.model.TokenCount;

/**
 * What a set of conversations comes to at least and at most.
 *
 * @param high the same as {@code low} where tokens are counted exactly
 */
public record TotalsRange(TokenTotals low, TokenTotals high) {

  /** Of tokens that were counted exactly. */
  public static TotalsRange exactly(TokenTotals totals) {
    return new TotalsRange(totals, totals);
  }

  /** Adds conversations up, one after the other. */
  public static final class Tally {
    private final TokenTotals.Tally low;
    private final TokenTotals.Tally high;

    /**
     * @param limit tokens of the longest conversation that is not cut; empty where none is cut
     */
    public Tally(OptionalInt limit) {
      low = new TokenTotals.Tally(limit);
      high = new TokenTotals.Tally(limit);
    }

    public void add(TokenCount least, TokenCount most) {
      low.add(least);
      high.add(most);
    }

    public TotalsRange totals() {
      return new TotalsRange(low.totals(), high.totals());
    }
  }
}
