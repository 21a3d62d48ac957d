package studio.timbre.jobs;

import java.util.Optional;
import studio.timbre.model.JobEvent;
import studio.timbre.model.RunState;

/** What an event says about where its job stands. */
public final class JobStates {
  private JobStates() {}

  /** The state that begins with this event; empty for those that change nothing. */
  public static Optional<RunState> after(JobEvent event) {
    return Optional.ofNullable(
        switch (event) {
          case JobEvent.Queued _ -> RunState.QUEUED;
          case JobEvent.Started _ -> RunState.RUNNING;
          case JobEvent.Paused _ -> RunState.PAUSED;
          case JobEvent.Finished _ -> RunState.FINISHED;
          case JobEvent.Failed _ -> RunState.FAILED;
          case JobEvent.Cancelled _ -> RunState.CANCELLED;
          case JobEvent.Sending _, JobEvent.Rewarded _ -> null;
          case JobEvent.Step _, JobEvent.Evaluated _, JobEvent.Checkpoint _, JobEvent.Log _ -> null;
        });
  }
}
