package studio.timbre.pricing;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import studio.timbre.model.CatalogueEntry;
import studio.timbre.model.CostEstimate;

/**
 * What a job would cost: tokens, each conversation cut to the model's limit, times epochs, times the price of a token, and at
 * least what the provider takes for any job. The cost is empty where the price is not known, or is one of hours.
 */
public final class Estimates {
  private static final double MILLION = 1e6;

  private Estimates() {}

  /**
   * For a model of the catalogue.
   *
   * @param totals counted with the limit {@link CatalogueEntry#contextLengthTraining}
   * @param epochs as chosen, or empty for the provider's own rule where it is known, else {@link DefaultEpochs}
   */
  public static CostEstimate of(CatalogueEntry model, TokenTotals totals, OptionalInt epochs) {
    var passes = OptionalInt.of(epochs(model, totals.examples(), epochs));
    var free = unpriced(model.model(), totals, passes);
    var cost = cost(model, free.billedTokens());
    return cost.isEmpty() ? free : priced(free, cost.getAsDouble());
  }

  /** Passes over the data: as chosen, else by the provider's own rule where it is known, else by {@link DefaultEpochs}. */
  static int epochs(CatalogueEntry model, long examples, OptionalInt chosen) {
    return chosen.orElseGet(
        () -> model.terms().defaultEpochs().orElseGet(() -> DefaultEpochs.of(examples)));
  }

  /** What training on so many tokens costs, all epochs together; empty where a token has no price. */
  public static OptionalDouble cost(CatalogueEntry model, long tokens) {
    var price = model.trainingUsdPerMillionTokens();
    return price.isEmpty()
        ? price
        : OptionalDouble.of(
            Math.max(tokens * price.getAsDouble() / MILLION, model.trainingMinimumUsd().orElse(0)));
  }

  /** For a model that nobody is paid for, or whose price is not known. */
  public static CostEstimate unpriced(String model, TokenTotals totals, OptionalInt epochs) {
    int passes = epochs.orElseGet(() -> DefaultEpochs.of(totals.examples()));
    return new CostEstimate(
        model,
        totals.examples(),
        totals.tokens(),
        totals.answerTokens(),
        totals.cutTokens(),
        passes,
        totals.cutTokens() * passes,
        OptionalDouble.empty(),
        totals.overLimit());
  }

  private static CostEstimate priced(CostEstimate free, double cost) {
    return new CostEstimate(
        free.model(),
        free.examples(),
        free.tokens(),
        free.assistantTokens(),
        free.billedTokensPerEpoch(),
        free.epochs(),
        free.billedTokens(),
        OptionalDouble.of(cost),
        free.overLimit());
  }
}
