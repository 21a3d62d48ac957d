package studio.timbre.jobs;

import java.nio.file.Path;
import java.util.Optional;
import studio.timbre.model.JobId;
import studio.timbre.model.TrainingSpec;

/**
 * A training job as it is asked for.
 *
 * @param folder all files of the job lie here
 * @param base GGUF file or Hugging Face folder
 * @param training chat training file, one conversation a line
 * @param result where the finished adapter goes
 * @param heldOut conversations to measure with, in the same format
 */
public record JobSpec(
    JobId id,
    Path folder,
    Path result,
    Path base,
    Path training,
    Optional<Path> heldOut,
    TrainingSpec spec) {}
