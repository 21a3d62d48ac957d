package studio.timbre.model;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a model costs in all: training it once, and using it for some months. A price that is not known makes the sum unknown; it is
 * never taken for nothing.
 *
 * @param model by the provider's name
 * @param line where its prices, dates and their source stand
 * @param use in a month
 * @param tokens what is asked and answered in a month; empty where a price is not known
 * @param hosting of a month; empty where its price is not known
 * @param time of use
 */
public record WholePrice(
    String model,
    CatalogueEntry line,
    TrainingPrice training,
    UseRange use,
    Optional<PriceRange> tokens,
    Optional<PriceRange> hosting,
    UseTime time) {

  /** By the upper end of the whole price; what is not known stands last, by what is known of it. */
  public static final Comparator<WholePrice> CHEAPEST_FIRST =
      Comparator.comparing((WholePrice price) -> price.whole().isEmpty())
          .thenComparing(
              price -> price.whole().map(PriceRange::high).orElseGet(() -> -price.knownParts()))
          .thenComparing(price -> price.whole().map(PriceRange::low).orElseGet(price::known));

  /** Of one month. */
  public Optional<PriceRange> running() {
    return sum(tokens, hosting, 1);
  }

  /** Training, and the months of use in which the model answers. */
  public Optional<PriceRange> whole() {
    return sum(training.usd(), running(), time.counted());
  }

  /** At least so much, from the parts that are known; the same as the lower end where all of them are. */
  public double known() {
    return low(training.usd()) + time.counted() * (low(tokens) + low(hosting));
  }

  /** How many of the three parts have a known price. */
  private double knownParts() {
    return Stream.of(training.usd(), tokens, hosting).filter(Optional::isPresent).count();
  }

  private static double low(Optional<PriceRange> part) {
    return part.map(PriceRange::low).orElse(0.0);
  }

  private static Optional<PriceRange> sum(
      Optional<PriceRange> one, Optional<PriceRange> other, double times) {
    return one.flatMap(
        first ->
            other.map(
                more ->
                    new PriceRange(
                        first.low() + times * more.low(), first.high() + times * more.high())));
  }
}
