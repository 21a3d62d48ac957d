package studio.timbre.model;

import java.time.LocalDate;
import java.util.Currency;

/**
 * What a US dollar costs in another currency, as a person has entered it: Timbre asks nobody for rates.
 *
 * @param currency in which prices are shown
 * @param perDollar units of it for one US dollar, above 0
 * @param day for which the rate holds
 */
public record ExchangeRate(Currency currency, double perDollar, LocalDate day) {
  /** The currency of every price in the catalogue. */
  public static final Currency DOLLAR = Currency.getInstance("USD");

  public ExchangeRate {
    if (!(perDollar > 0) || Double.isInfinite(perDollar)) {
      throw new IllegalArgumentException("a dollar costs more than nothing");
    }
  }

  /** The same amount in this currency. */
  public double of(double usd) {
    return usd * perDollar;
  }

  /** Both ends in this currency. */
  public PriceRange of(PriceRange usd) {
    return new PriceRange(of(usd.low()), of(usd.high()));
  }
}
