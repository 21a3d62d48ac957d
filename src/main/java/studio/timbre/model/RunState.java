package studio.timbre.model;

/** Where a training run stands. */
public enum RunState {
  QUEUED,
  RUNNING,
  /** Stopped on request; can go on. */
  PAUSED,
  /** The worker died; can go on from the last checkpoint. */
  STOPPED,
  FINISHED,
  /** Ended with an error; can go on where there is a checkpoint. */
  FAILED,
  CANCELLED,
  /** A provider was asked for the job and did not answer clearly: the next look there tells whether it began. */
  UNDECIDED;

  public boolean isLive() {
    return this == QUEUED || this == RUNNING;
  }

  /** Whether it rests and can go on, be it from the beginning. */
  public boolean canResume() {
    return this == PAUSED || this == STOPPED;
  }
}
