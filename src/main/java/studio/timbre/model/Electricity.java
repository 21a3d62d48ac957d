package studio.timbre.model;

import java.util.Currency;
import java.util.OptionalDouble;

/**
 * What a training on this computer draws, and what that is charged.
 *
 * @param watts that the computer draws while it trains; empty where nobody said
 * @param kilowattHour the price of a kilowatt hour; empty where nobody said
 * @param currency of that price
 */
public record Electricity(OptionalDouble watts, OptionalDouble kilowattHour, Currency currency) {
  public static final Electricity UNKNOWN =
      new Electricity(OptionalDouble.empty(), OptionalDouble.empty(), ExchangeRate.DOLLAR);
}
