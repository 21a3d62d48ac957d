package studio.timbre.app;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import studio.timbre.model.CustomerOf;
import studio.timbre.model.MonthlyUse;

/**
 * How a model is to be trained and used.
 *
 * @param epochs empty for the rule of each provider
 * @param calls a month
 * @param promptTokens of one call, in the tokens of each model; empty for the average of the data
 * @param cachedTokens how many of them the provider bills as cached
 * @param answerTokens of one call; empty for the average of the data
 * @param hours a month that a machine stands ready, where hours are billed
 * @param months of use
 * @param diet empty where the system prompt stays as it is
 * @param watts that this computer draws while it trains
 * @param kilowattHour the price of electricity
 * @param customer where jobs are taken from existing customers alone, whether this is one
 */
public record CostWish(
    OptionalInt epochs,
    long calls,
    OptionalDouble promptTokens,
    double cachedTokens,
    OptionalDouble answerTokens,
    double hours,
    int months,
    Optional<Diet> diet,
    OptionalDouble watts,
    OptionalDouble kilowattHour,
    CustomerOf customer) {

  /**
   * Another system prompt.
   *
   * @param longPrompt what calls carry today; empty for what the data begins with
   * @param shortPrompt what they carry afterwards, and the data with them; blank for none
   */
  public record Diet(Optional<String> longPrompt, String shortPrompt) {}

  /** So many calls a month like the answers of the data, a machine that is always there, and one month. */
  public static CostWish ofCalls(long calls) {
    return new CostWish(
        OptionalInt.empty(),
        calls,
        OptionalDouble.empty(),
        0,
        OptionalDouble.empty(),
        MonthlyUse.ALL_HOURS,
        1,
        Optional.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        CustomerOf.UNKNOWN);
  }

  public CostWish withDiet(Diet newDiet) {
    return new CostWish(
        epochs,
        calls,
        promptTokens,
        cachedTokens,
        answerTokens,
        hours,
        months,
        Optional.of(newDiet),
        watts,
        kilowattHour,
        customer);
  }
}
