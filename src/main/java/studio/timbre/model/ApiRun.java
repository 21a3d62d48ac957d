package studio.timbre.model;

import java.time.Instant;
import java.util.OptionalDouble;

/**
 * A job of a project at a provider.
 *
 * @param trainedUsd what its trained tokens come to at the price list's price; empty where tokens or price are not known
 */
public record ApiRun(ApiJob job, ApiAttention attention, OptionalDouble trainedUsd)
    implements TrainingRun {

  @Override
  public JobId id() {
    return job.id();
  }

  @Override
  public String name() {
    return job.order().name();
  }

  @Override
  public String baseName() {
    return job.order().model();
  }

  @Override
  public Instant created() {
    return job.order().created();
  }

  @Override
  public RunState state() {
    return job.state();
  }

  @Override
  public int step() {
    return job.step();
  }

  @Override
  public int totalSteps() {
    return job.totalSteps();
  }

  @Override
  public OptionalDouble firstEvalLoss() {
    return OptionalDouble.empty();
  }

  @Override
  public OptionalDouble lastEvalLoss() {
    return job.heldOutLoss();
  }

  public Provider provider() {
    return job.order().connection().provider();
  }

  /** Nobody can go on with it before the person has given its key. */
  public boolean waitsForKey() {
    return !job.isOver() && attention.waitsForKey();
  }

  /** It is for this program, or nobody now, to see to it. */
  public boolean isOurs() {
    return attention != ApiAttention.ELSEWHERE && attention != ApiAttention.ORIGINAL;
  }

  /** Nothing was asked of the provider yet. */
  public boolean isUnasked() {
    return job.standing().stage() == ApiStanding.Stage.PREPARED
        || job.standing().stage() == ApiStanding.Stage.UPLOADING;
  }
}
