package studio.timbre.jobs;

import java.util.List;
import studio.timbre.model.JobEvent;
import studio.timbre.model.JobId;
import studio.timbre.model.RunState;

/** Keeps the event streams of jobs, so that a reopened one replays the very stream that it once showed. */
public interface JobLog {

  /** The sequence number of the newest event kept, 0 where there is none. */
  long lastSequence(JobId job);

  /** Keeps an event; its number is above {@link #lastSequence}. */
  void append(JobEvent event);

  /** The events behind a sequence number, in order. */
  List<JobEvent> after(JobId job, long sequence);

  /** Keeps where the job stands. */
  void setState(JobId job, RunState state);
}
