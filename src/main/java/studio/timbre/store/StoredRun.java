package studio.timbre.store;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import studio.timbre.model.JobId;
import studio.timbre.model.RunState;
import studio.timbre.model.TrainingSpec;

/**
 * A training run as the project file knows it.
 *
 * @param baseName library name of the base model
 * @param basePath where its weights lie
 * @param journalEntry the last edit that the training data held
 * @param state as the events told it, or as it was set
 * @param step the last step that was done
 * @param totalSteps 0 until it has started
 * @param trainLoss of the last step
 * @param firstEvalLoss of the untuned model
 * @param lastEvalLoss the newest
 * @param result the folder of the finished adapter, relative to the run's folder, once there is one
 * @param ownsFiles false in a copy of the project in which it was started
 */
public record StoredRun(
    JobId id,
    String name,
    String baseName,
    Path basePath,
    Instant created,
    TrainingSpec spec,
    long journalEntry,
    RunState state,
    int step,
    int totalSteps,
    OptionalDouble trainLoss,
    OptionalDouble firstEvalLoss,
    OptionalDouble lastEvalLoss,
    Optional<String> result,
    boolean ownsFiles) {

  /** A run that is asked for and has not begun. */
  public static StoredRun queued(
      JobId id,
      String name,
      String baseName,
      Path basePath,
      Instant created,
      TrainingSpec spec,
      long journalEntry) {
    return new StoredRun(
        id,
        name,
        baseName,
        basePath,
        created,
        spec,
        journalEntry,
        RunState.QUEUED,
        0,
        0,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        Optional.empty(),
        true);
  }
}
