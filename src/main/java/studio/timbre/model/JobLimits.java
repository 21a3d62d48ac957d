package studio.timbre.model;

import java.util.OptionalInt;

/**
 * How many training jobs an account may have with a model; what the provider does not say is empty.
 *
 * @param inAll jobs of all states together
 * @param atOnce jobs under way at the same time
 * @param active jobs under way when the provider was asked
 */
public record JobLimits(OptionalInt inAll, OptionalInt atOnce, OptionalInt active) {

  /** Whether one more job would be more than the account may have under way. */
  public boolean isReached() {
    return atOnce.isPresent() && active.isPresent() && active.getAsInt() >= atOnce.getAsInt();
  }
}
