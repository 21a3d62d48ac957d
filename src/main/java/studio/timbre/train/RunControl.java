package studio.timbre.train;

/** What the person wants of a run under way; asked for between micro-batches. */
public enum RunControl {
  CONTINUE,
  /** Save a checkpoint and stop; the run can go on later. */
  PAUSE,
  /** Stop at once. */
  CANCEL
}
