package studio.timbre.jobs.openai;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** What providers tell, read leniently: whatever is missing or of another kind is empty. */
final class ProviderFacts {
  private ProviderFacts() {}

  /** Something with a name of the provider's. */
  interface Named {
    String id();
  }

  /**
   * One page of a list.
   *
   * @param more whether there is more
   */
  record Page<T extends Named>(List<T> items, boolean more) {}

  record File(String id, String name, OptionalDouble bytes, String status, String details)
      implements Named {}

  /**
   * @param status as the provider writes it
   * @param totalSteps some tell them with the job
   * @param metadata empty where the provider drops it
   */
  record Job(
      String id,
      String status,
      String trainingFile,
      Map<String, String> metadata,
      Optional<String> tunedModel,
      List<String> resultFiles,
      OptionalInt epochs,
      OptionalInt totalSteps,
      Optional<Instant> createdAt,
      Optional<Instant> finishedAt,
      Optional<Trouble> error)
      implements Named {}

  /** Why a job failed. */
  record Trouble(String code, String message) {}

  record Event(
      String id, Optional<Instant> time, String type, String message, Optional<Figures> figures)
      implements Named {}

  record Checkpoint(String id, Optional<Instant> time, String name, Figures figures)
      implements Named {}

  /**
   * The figures of one step, in nats per token.
   *
   * @param heldOut over the whole validation file where it was measured so, else over one batch of it
   */
  record Figures(
      OptionalInt step, OptionalInt totalSteps, OptionalDouble trainLoss, OptionalDouble heldOut) {}
}
