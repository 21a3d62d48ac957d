package studio.timbre.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;

/**
 * A job at a provider, as it stands now.
 *
 * @param step the last step that was told
 * @param totalSteps 0 until the provider has told it
 * @param trainLoss of the last step
 * @param heldOutLoss the newest
 * @param heldOutReward the newest, of a job that learns from rewards
 * @param providerState in the provider's own word, as {@code validating_files}
 * @param trainedTokens as the provider tells them; on a job that is over, what most providers bill
 * @param own false in a copy of the project in which it was started: it is seen to there alone
 */
public record ApiJob(
    ApiOrder order,
    ApiStanding standing,
    RunState state,
    int step,
    int totalSteps,
    OptionalDouble trainLoss,
    OptionalDouble heldOutLoss,
    OptionalDouble heldOutReward,
    Optional<String> providerState,
    OptionalLong trainedTokens,
    boolean own) {
  public JobId id() {
    return order.id();
  }

  /** What lies at the provider and is needed for nothing any more: files left behind, and the data of a job that is over. */
  public List<String> unneeded() {
    var files = new ArrayList<String>();
    boolean isBeingSent =
        standing.stage() == ApiStanding.Stage.PREPARED
            || standing.stage() == ApiStanding.Stage.UPLOADING;
    // A file that is just being sent may have the name of one that was left behind.
    if (isOver() || !isBeingSent) {
      files.addAll(standing.leftBehind());
    }
    if (isOver()) {
      files.addAll(sent());
    }
    return files.stream().distinct().toList();
  }

  /** What lies at the provider and must stay there: the data of a job that goes on. */
  public Set<String> needed() {
    return isOver() ? Set.of() : sent();
  }

  private Set<String> sent() {
    var files = new LinkedHashSet<String>();
    standing.trainingFile().ifPresent(files::add);
    standing.validationFile().ifPresent(files::add);
    return files;
  }

  /** Whether anything can still happen to it. */
  public boolean isOver() {
    return switch (state) {
      case FINISHED, FAILED, CANCELLED -> true;
      case QUEUED, RUNNING, PAUSED, STOPPED, UNDECIDED -> false;
    };
  }
}
