package studio.timbre.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import studio.timbre.model.JobEvent;
import studio.timbre.model.JobId;
import studio.timbre.model.RunState;

/** A log in memory. */
public final class MemoryLog implements JobLog {
  private final List<JobEvent> events = new ArrayList<>();
  private final Map<JobId, RunState> states = new ConcurrentHashMap<>();

  @Override
  public synchronized long lastSequence(JobId job) {
    return after(job, 0).stream().mapToLong(JobEvent::sequence).max().orElse(0);
  }

  @Override
  public synchronized void append(JobEvent event) {
    events.add(event);
  }

  @Override
  public synchronized List<JobEvent> after(JobId job, long sequence) {
    return events.stream()
        .filter(event -> event.job().equals(job) && event.sequence() > sequence)
        .toList();
  }

  @Override
  public void setState(JobId job, RunState state) {
    states.put(job, state);
  }

  public RunState state(JobId job) {
    return states.get(job);
  }
}
