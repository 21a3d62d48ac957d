package studio.timbre.train;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How a run ended.
 *
 * @param step optimiser steps done in all, those before a resume included
 * @param trainLoss of the last step, mean per answer token in nats; empty if no step was done in this session
 * @param evalLoss the newest held-out loss, mean per answer token in nats
 * @param checkpoint the newest checkpoint; a finished run's holds the final adapter
 */
public record RunOutcome(
    End end,
    int step,
    OptionalDouble trainLoss,
    OptionalDouble evalLoss,
    Optional<Path> checkpoint) {

  /** Why the loop came to its end. */
  public enum End {
    FINISHED,
    PAUSED,
    CANCELLED
  }
}
