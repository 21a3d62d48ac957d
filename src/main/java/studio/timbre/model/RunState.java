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
  FAILED,
  CANCELLED;

  public boolean isLive() {
    return this == QUEUED || this == RUNNING;
  }

  public boolean canResume() {
    return this == PAUSED || this == STOPPED;
  }
}
