package studio.timbre.pricing;

import java.util.Optional;
import java.util.OptionalInt;
import studio.timbre.model.CatalogueEntry;
import studio.timbre.model.PriceRange;
import studio.timbre.model.TokenRange;
import studio.timbre.model.TrainingPrice;
import studio.timbre.model.TrainingPrice.EpochsFrom;

/** What one training costs at a provider: tokens, cut to the model's limit, times epochs, times the price of a token. */
final class TrainingPrices {
  private static final double MILLION = 1e6;

  private TrainingPrices() {}

  /**
   * The price has two ends where tokens are not counted exactly, where sources differ on the price or on the minimum charge, where nobody says whether
   * held-out data is billed, and where some tokens a month are free: the lower end has all of them left, the upper none.
   *
   * @param training cut to the limit of the line
   * @param heldOut cut likewise; measured with once an epoch
   * @param chosen epochs, or empty for the rule of the provider
   */
  static TrainingPrice of(
      CatalogueEntry line, TotalsRange training, TotalsRange heldOut, OptionalInt chosen) {
    var terms = line.terms();
    int epochs = Estimates.epochs(line, training.high().examples(), chosen);
    boolean surelyBilled = terms.billsHeldOut().orElse(false);
    boolean perhapsBilled = terms.billsHeldOut().orElse(true);
    var billed =
        new TokenRange(
            epochs * billed(training.low(), heldOut.low(), surelyBilled),
            epochs * billed(training.high(), heldOut.high(), perhapsBilled));
    return new TrainingPrice(
        epochs, from(line, chosen), billed, training.high().overLimit(), usd(line, billed));
  }

  private static long billed(TokenTotals training, TokenTotals heldOut, boolean withHeldOut) {
    return training.cutTokens() + (withHeldOut ? heldOut.cutTokens() : 0);
  }

  private static EpochsFrom from(CatalogueEntry line, OptionalInt chosen) {
    if (chosen.isPresent()) {
      return EpochsFrom.CHOSEN;
    }
    return line.terms().defaultEpochs().isPresent() ? EpochsFrom.PROVIDER : EpochsFrom.ESTIMATE;
  }

  private static Optional<PriceRange> usd(CatalogueEntry line, TokenRange billed) {
    if (line.trainingUsdPerMillionTokens().isEmpty()) {
      return Optional.empty();
    }
    double token = line.trainingUsdPerMillionTokens().getAsDouble() / MILLION;
    long free = line.terms().freeTrainingTokens().orElse(0);
    double least = line.trainingMinimumUsd().orElse(0);
    double most = Math.max(least, line.terms().minimumUsdAtMost().orElse(0));
    double low = Math.max(0, billed.low() - free) * token;
    double dearest =
        Math.max(token, line.terms().trainingUsdPerMillionTokensAtMost().orElse(0) / MILLION);
    double high = billed.high() * dearest;
    return Optional.of(new PriceRange(atLeast(least, low), atLeast(most, high)));
  }

  /** What is wholly free has no minimum. */
  private static double atLeast(double minimum, double usd) {
    return usd == 0 ? 0 : Math.max(minimum, usd);
  }
}
