package studio.timbre.jobs;

import java.util.function.Consumer;
import studio.timbre.model.JobEvent;
import studio.timbre.model.UserFacingException;

/**
 * A place where training jobs run, for one kind of job. Events are handed over in order, one at a time, on a background thread; after a resume
 * their sequence numbers go on rising, and steps since the last checkpoint may be told again.
 */
public interface JobBackend<S extends JobSpec> {

  /** Starts a new job. */
  JobHandle submit(S spec, Consumer<JobEvent> events) throws UserFacingException;

  /** Listens to a job that may still run, or may have ended while nobody listened. */
  JobHandle reattach(JobRef job, Consumer<JobEvent> events);

  /** Lets a paused or stopped job go on from its last checkpoint; one that still runs is only listened to. */
  JobHandle resume(JobRef job, Consumer<JobEvent> events) throws UserFacingException;
}
