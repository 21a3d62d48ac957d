package studio.timbre.store;

import java.util.List;
import java.util.Optional;
import studio.timbre.model.JobEvent;
import studio.timbre.model.JobId;
import studio.timbre.model.RunState;

/**
 * The training runs of a project and what happened in them. Each method is one transaction, on the disk when it returns. Safe
 * for use by several threads.
 */
public final class RunStore {

  /** Adds a run. */
  public void put(StoredRun run) {
    throw new UnsupportedOperationException();
  }

  /** Newest first. */
  public List<StoredRun> list() {
    throw new UnsupportedOperationException();
  }

  public Optional<StoredRun> find(JobId run) {
    throw new UnsupportedOperationException();
  }

  public void rename(JobId run, String name) {
    throw new UnsupportedOperationException();
  }

  /** Sets what no event tells: {@code STOPPED} for a dead worker, {@code QUEUED} for one that is asked to go on. */
  public void setState(JobId run, RunState state) {
    throw new UnsupportedOperationException();
  }

  /** Forgets the run and its events. */
  public void delete(JobId run) {
    throw new UnsupportedOperationException();
  }

  /**
   * Appends events to their runs and moves state, step and losses of the runs along. An event that is there already, told by its
   * run and sequence, and an event of an unknown run are passed over.
   *
   * @return those that were new, in order
   */
  public List<JobEvent> append(List<JobEvent> events) {
    throw new UnsupportedOperationException();
  }

  /** The events of a run with a sequence above the given one, in order. */
  public List<JobEvent> events(JobId run, long afterSequence) {
    throw new UnsupportedOperationException();
  }

  /** The highest sequence that is stored for a run, 0 for none. */
  public long lastSequence(JobId run) {
    throw new UnsupportedOperationException();
  }
}
