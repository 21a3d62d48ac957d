package studio.timbre.jobs;

import java.util.concurrent.CompletableFuture;
import studio.timbre.model.JobId;
import studio.timbre.model.RunState;

/** A job that is being listened to. Safe for use by several threads. */
public interface JobHandle extends AutoCloseable {
  JobId id();

  /** Asks for an end within one step; answers at once, the event follows. */
  void cancel();

  /** Asks for a checkpoint and a stop; answers at once, the event follows. */
  void pause();

  /**
   * Completed when no more events will come, after the last of them was handed over. {@link RunState#STOPPED} says that the
   * job ended without saying so: its process died. Cancelled by {@link #close}.
   */
  CompletableFuture<RunState> outcome();

  /** Ends the listening; the job goes on. */
  @Override
  void close();
}
