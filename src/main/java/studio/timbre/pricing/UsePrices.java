package studio.timbre.pricing;

import java.util.OptionalDouble;
import studio.timbre.model.CatalogueEntry;
import studio.timbre.model.MonthlyUse;
import studio.timbre.model.TrainingTerms.Served;

/**
 * What a month's use of a tuned model costs, in US dollars: its tokens, and the hours of its machine. A model that is billed by tokens
 * alone costs nothing by the hour, and the other way round; where it is not known what is billed, both prices have to be there.
 */
final class UsePrices {
  private static final double MILLION = 1e6;

  private UsePrices() {}

  /** Prompts and answers; empty where a price that is needed is not known. */
  static OptionalDouble tokens(CatalogueEntry line, MonthlyUse use) {
    if (use.calls() == 0 || isServedBy(line, Served.HOURS)) {
      return OptionalDouble.of(0);
    }
    var input = line.inputUsdPerMillion();
    var output = line.outputUsdPerMillion();
    if (input.isEmpty() || output.isEmpty()) {
      return OptionalDouble.empty();
    }
    double cachedPrice = line.cachedInputUsdPerMillion().orElse(input.getAsDouble());
    double call =
        (use.promptTokens() - use.cachedTokens()) * input.getAsDouble()
            + use.cachedTokens() * cachedPrice
            + use.answerTokens() * output.getAsDouble();
    return OptionalDouble.of(use.calls() * call / MILLION);
  }

  /** The hours of a machine; empty where their price is not known. */
  static OptionalDouble hosting(CatalogueEntry line, MonthlyUse use) {
    if (use.hours() == 0 || isServedBy(line, Served.TOKENS)) {
      return OptionalDouble.of(0);
    }
    var hour = line.hostingUsdPerHour();
    return hour.isEmpty() ? hour : OptionalDouble.of(use.hours() * hour.getAsDouble());
  }

  private static boolean isServedBy(CatalogueEntry line, Served served) {
    return line.terms().served().filter(served::equals).isPresent();
  }
}
