package studio.timbre.model;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A training run of a project on this computer, as it stands now.
 *
 * @param name given by the person, changeable
 * @param baseName library name of the base model
 * @param basePath where its weights lie
 * @param journalEntry the last edit that the training data held
 * @param adapter the folder of the finished adapter, once and as long as there is one
 * @param ownsFiles false in a copy of the project in which it was started: deleting it there leaves its files alone
 */
public record RunSummary(
    JobId id,
    String name,
    String baseName,
    Path basePath,
    Instant created,
    RunState state,
    TrainingSpec spec,
    long journalEntry,
    int step,
    int totalSteps,
    OptionalDouble trainLoss,
    OptionalDouble firstEvalLoss,
    OptionalDouble lastEvalLoss,
    Optional<Path> adapter,
    boolean ownsFiles)
    implements TrainingRun {}
