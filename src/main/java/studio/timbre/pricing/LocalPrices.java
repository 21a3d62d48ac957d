package studio.timbre.pricing;

import java.util.OptionalDouble;
import studio.timbre.model.LocalPrice;

/** What a training on this computer takes in time and electricity. */
public final class LocalPrices {
  private static final double SECONDS_AN_HOUR = 3600;
  private static final double WATTS_A_KILOWATT = 1000;

  private LocalPrices() {}

  /**
   * Seconds are tokens by speed, kilowatt hours are kilowatts times hours.
   *
   * @param tokensPerSecond as measured in training
   * @param watts that the computer draws while it trains
   * @param kilowattHour its price
   */
  public static LocalPrice of(
      long tokens,
      OptionalDouble tokensPerSecond,
      OptionalDouble watts,
      OptionalDouble kilowattHour) {
    var seconds =
        tokensPerSecond.isEmpty()
            ? OptionalDouble.empty()
            : OptionalDouble.of(tokens / tokensPerSecond.getAsDouble());
    var energy =
        seconds.isEmpty() || watts.isEmpty()
            ? OptionalDouble.empty()
            : OptionalDouble.of(
                watts.getAsDouble() / WATTS_A_KILOWATT * seconds.getAsDouble() / SECONDS_AN_HOUR);
    var money =
        energy.isEmpty() || kilowattHour.isEmpty()
            ? OptionalDouble.empty()
            : OptionalDouble.of(energy.getAsDouble() * kilowattHour.getAsDouble());
    return new LocalPrice(tokens, seconds, energy, money);
  }
}
