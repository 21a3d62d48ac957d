package studio.timbre.jobs.remote;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What providers tell, read leniently: whatever is missing or of another kind is empty. */
public final class ProviderFacts {
  private ProviderFacts() {}

  /** Something with a name of the provider's. */
  public interface Named {
    String id();
  }

  /**
   * One page of a list.
   *
   * @param more whether there is more
   * @param next where to go on, for a provider that names that otherwise than by the last entry
   */
  public record Page<T extends Named>(List<T> items, boolean more, Optional<String> next) {
    /** Goes on behind its last entry. */
    public Page(List<T> items, boolean more) {
      this(items, more, Optional.empty());
    }

    /** A list that comes as one. */
    public static <T extends Named> Page<T> whole(List<T> items) {
      return new Page<>(List.copyOf(items), false);
    }
  }

  /** Whether a job may use a file. */
  public enum FileState {
    USABLE,
    /** Has arrived; some providers look at it first, and others call it so for good. */
    ARRIVED,
    IN_WORK,
    REFUSED
  }

  /**
   * A file.
   *
   * @param details why it is refused
   */
  public record File(String id, String name, OptionalDouble bytes, FileState state, String details)
      implements Named {}

  /** How far a job is. */
  public enum Phase {
    WAITING,
    RUNNING,
    PAUSED,
    SUCCEEDED,
    FAILED,
    CANCELLED,
    /** A state that Timbre does not know; the job is followed all the same. */
    UNKNOWN
  }

  /**
   * A job.
   *
   * @param status its state as the provider writes it
   * @param tunedModel the name under which the tuned model answers
   * @param resultFiles what {@link ProviderCalls#results} may read
   * @param totalSteps some tell them with the job
   * @param trainedTokens what is billed, once the job has ended; empty where it is not told, or 0
   * @param metadata empty where the provider drops it
   * @param made how it was ordered, as far as the provider tells
   */
  public record Job(
      String id,
      Phase phase,
      String status,
      String trainingFile,
      Map<String, String> metadata,
      Optional<String> tunedModel,
      List<String> resultFiles,
      OptionalInt epochs,
      OptionalInt totalSteps,
      OptionalLong trainedTokens,
      Optional<Instant> createdAt,
      Optional<Instant> finishedAt,
      Optional<Trouble> error,
      Made made)
      implements Named {}

  /**
   * How a job was ordered.
   *
   * @param model empty where it is not told
   * @param method as {@code supervised} or {@code dpo}; empty where it is not told
   * @param name what the person called it
   */
  public record Made(String model, String method, String name) {}

  /**
   * What a provider expects a job to cost before it is begun.
   *
   * @param affordable whether what the account has, and may owe, is enough by the provider's reckoning
   */
  public record Estimate(double usd, boolean affordable) {}

  /** Why a job failed. */
  public record Trouble(String code, String message) {}

  public record Event(
      String id, Optional<Instant> time, String type, String message, Optional<Figures> figures)
      implements Named {}

  public record Checkpoint(String id, Optional<Instant> time, String name, Figures figures)
      implements Named {}

  /**
   * The figures of one step, in nats per token.
   *
   * @param heldOut over the whole validation file where it was measured so, else over one batch of it
   */
  public record Figures(
      OptionalInt step,
      OptionalInt totalSteps,
      OptionalDouble trainLoss,
      OptionalDouble heldOut,
      Reward reward) {

    /** Of a job that is not graded. */
    public Figures(
        OptionalInt step,
        OptionalInt totalSteps,
        OptionalDouble trainLoss,
        OptionalDouble heldOut) {
      this(step, totalSteps, trainLoss, heldOut, Reward.NONE);
    }

    /** Whether there is anything to tell of the step. */
    public boolean isMeasured() {
      return step.isPresent() && (trainLoss.isPresent() || reward.isThere());
    }
  }

  /**
   * The mean grades of one step, in the grader's measure.
   *
   * @param train of the answers that were learned from
   * @param heldOut of the answers to the validation questions
   */
  public record Reward(OptionalDouble train, OptionalDouble heldOut) {
    public static final Reward NONE = new Reward(OptionalDouble.empty(), OptionalDouble.empty());

    boolean isThere() {
      return train.isPresent() || heldOut.isPresent();
    }
  }
}
