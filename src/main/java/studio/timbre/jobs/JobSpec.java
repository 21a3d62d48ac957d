package studio.timbre.jobs;

import java.nio.file.Path;
import java.util.Optional;
import studio.timbre.model.ApiOrder;
import studio.timbre.model.JobId;
import studio.timbre.model.TrainingSpec;

/** A training job as it is asked for: each kind of backend takes its own kind. */
public sealed interface JobSpec {
  JobId id();

  /** All files of the job lie here. */
  Path folder();

  /**
   * A job for this computer.
   *
   * @param base GGUF file or Hugging Face folder
   * @param training chat training file, one conversation a line
   * @param result where the finished adapter goes
   * @param heldOut conversations to measure with, in the same format
   */
  record Local(
      JobId id,
      Path folder,
      Path result,
      Path base,
      Path training,
      Optional<Path> heldOut,
      TrainingSpec spec)
      implements JobSpec {}

  /** A job for a provider; the folder holds what is sent. */
  record Api(ApiOrder order, Path folder) implements JobSpec {
    @Override
    public JobId id() {
      return order.id();
    }
  }
}
