package studio.timbre.app;

import java.util.List;
import java.util.function.BiConsumer;
import studio.timbre.jobs.JobLog;
import studio.timbre.model.JobEvent;
import studio.timbre.model.JobId;
import studio.timbre.model.RunState;
import studio.timbre.store.RunStore;

/** Keeps the streams of a project's runs in its file. */
final class RunLog implements JobLog {
  private final RunStore store;
  private final BiConsumer<JobId, List<JobEvent>> finished;

  /**
   * @param finished told of each run that comes to its end, with its stream up to there
   */
  RunLog(RunStore store, BiConsumer<JobId, List<JobEvent>> finished) {
    this.store = store;
    this.finished = finished;
  }

  @Override
  public long lastSequence(JobId job) {
    return store.lastSequence(job);
  }

  @Override
  public void append(JobEvent event) {
    // First, so that whoever sees the end of a run finds what was learned from it.
    if (event instanceof JobEvent.Finished) {
      finished.accept(event.job(), after(event.job(), 0));
    }
    store.append(List.of(event));
  }

  @Override
  public List<JobEvent> after(JobId job, long sequence) {
    return store.events(job, sequence);
  }

  @Override
  public void setState(JobId job, RunState state) {
    store.setState(job, state);
  }
}
