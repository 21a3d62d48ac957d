package studio.timbre.pricing;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import studio.timbre.model.CatalogueEntry;
import studio.timbre.model.PriceRange;
import studio.timbre.model.UseRange;
import studio.timbre.model.UseTime;
import studio.timbre.model.WholePrice;

/** What models cost in all: training once, and some months of use, by what the catalogue knows and nothing else. */
public final class WholePrices {
  private WholePrices() {}

  /**
   * What is to be paid for.
   *
   * @param training cut to the limit of the line
   * @param heldOut cut likewise
   * @param epochs as chosen, or empty for the rule of the provider
   */
  public record Data(TotalsRange training, TotalsRange heldOut, OptionalInt epochs) {}

  /** What a model comes to. */
  public static WholePrice of(
      String model, CatalogueEntry line, Data data, UseRange use, UseTime time) {
    return new WholePrice(
        model,
        line,
        TrainingPrices.of(line, data.training(), data.heldOut(), data.epochs()),
        use,
        range(UsePrices.tokens(line, use.low()), UsePrices.tokens(line, use.high())),
        range(UsePrices.hosting(line, use.low()), UsePrices.hosting(line, use.high())),
        time);
  }

  private static Optional<PriceRange> range(OptionalDouble low, OptionalDouble high) {
    return low.isPresent() && high.isPresent()
        ? Optional.of(new PriceRange(low.getAsDouble(), high.getAsDouble()))
        : Optional.empty();
  }
}
