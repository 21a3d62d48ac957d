package studio.timbre.model;

import java.util.OptionalDouble;

/**
 * A job at a provider, as it stands now.
 *
 * @param step the last step that was told
 * @param trainLoss of the last step
 */
public record ApiJob(
    ApiOrder order, ApiStanding standing, RunState state, int step, OptionalDouble trainLoss) {
  public JobId id() {
    return order.id();
  }

  /** Whether anything can still happen to it. */
  public boolean isOver() {
    return switch (state) {
      case FINISHED, FAILED, CANCELLED -> true;
      case QUEUED, RUNNING, PAUSED, STOPPED, UNDECIDED -> false;
    };
  }
}
