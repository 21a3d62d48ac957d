package studio.timbre.jobs.remote;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import studio.timbre.jobs.remote.ProviderFacts.Estimate;
import studio.timbre.model.ApiOrder;
import studio.timbre.model.ApiStanding;

/**
 * The provider's own word on the price, between the sending of the data and the order: the last moment at which nothing costs
 * anything. A provider that says nothing holds up no job.
 */
record OwnEstimate(ProviderCalls api, Calls calls, Told told) {
  private static final int TRIES = 2;

  /** Our own count is an estimate too, so it takes more than this to speak of another price than the one that was agreed. */
  private static final double FACTOR = 2;

  private static final double LEAST_USD = 1;

  /** Tells the price; answers why the job must not be ordered, where it would cost far more than the person has agreed to. */
  Optional<Refusal> objection(ApiOrder order, ApiStanding standing) throws InterruptedException {
    var estimate = ask(order, standing);
    if (estimate.isEmpty()) {
      return Optional.empty();
    }
    double usd = estimate.get().usd();
    told.note("By the provider's own estimate this job costs %s.".formatted(dollars(usd)));
    if (!estimate.get().affordable()) {
      told.note(
          "The provider says that the account has not got that much, and may end the job for it.");
    }
    return isFarMore(usd, order.agreedUsd())
        ? Optional.of(
            Refusal.DEARER.withDetail(
                "%s > %s".formatted(dollars(usd), dollars(order.agreedUsd().getAsDouble()))))
        : Optional.empty();
  }

  private Optional<Estimate> ask(ApiOrder order, ApiStanding standing) throws InterruptedException {
    try {
      return calls.repeat(TRIES, () -> api.estimate(order, standing));
    } catch (CallFailure failure) {
      // What stands in the way of the job itself is told when it is asked for.
      return Optional.empty();
    }
  }

  private static boolean isFarMore(double usd, OptionalDouble agreed) {
    return agreed.isPresent()
        && usd > FACTOR * agreed.getAsDouble()
        && usd > LEAST_USD + agreed.getAsDouble();
  }

  private static String dollars(double usd) {
    return String.format(Locale.ROOT, "$%.2f", usd);
  }
}
