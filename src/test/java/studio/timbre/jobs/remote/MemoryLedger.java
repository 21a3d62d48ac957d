package studio.timbre.jobs.remote;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import studio.timbre.jobs.ApiLedger;
import studio.timbre.model.ApiOrder;
import studio.timbre.model.ApiStanding;
import studio.timbre.model.JobEvent;
import studio.timbre.model.JobId;

/** What a project file keeps, in memory. */
public final class MemoryLedger implements ApiLedger {
  private final Map<JobId, ApiOrder> orders = new LinkedHashMap<>();
  private final Map<JobId, ApiStanding> standings = new LinkedHashMap<>();
  private final Map<JobId, Long> trainedTokens = new LinkedHashMap<>();
  private final List<JobEvent> events = new ArrayList<>();

  public synchronized void put(ApiOrder order) {
    orders.put(order.id(), order);
    standings.put(order.id(), ApiStanding.NEW);
  }

  public synchronized void append(JobEvent event) {
    events.add(event);
  }

  @Override
  public synchronized ApiOrder order(JobId job) {
    return orders.get(job);
  }

  @Override
  public synchronized ApiStanding standing(JobId job) {
    return standings.get(job);
  }

  @Override
  public synchronized ApiStanding change(JobId job, UnaryOperator<ApiStanding> change) {
    return standings.compute(job, (_, before) -> change.apply(before));
  }

  @Override
  public synchronized void trainedTokens(JobId job, long tokens) {
    trainedTokens.put(job, tokens);
  }

  /** 0 where none were told. */
  public synchronized long trainedTokens(JobId job) {
    return trainedTokens.getOrDefault(job, 0L);
  }

  @Override
  public synchronized List<JobEvent> told(JobId job) {
    return events.stream().filter(event -> event.job().equals(job)).toList();
  }
}
