package studio.timbre.app;

import java.util.List;
import java.util.function.UnaryOperator;
import studio.timbre.jobs.ApiLedger;
import studio.timbre.jobs.JobLog;
import studio.timbre.model.ApiJob;
import studio.timbre.model.ApiOrder;
import studio.timbre.model.ApiStanding;
import studio.timbre.model.JobEvent;
import studio.timbre.model.JobId;
import studio.timbre.model.RunState;
import studio.timbre.store.ApiJobStore;

/** Keeps what is known of jobs at providers, and their streams, in a project's file. */
final class ApiLog implements ApiLedger, JobLog {
  private final ApiJobStore store;
  private final Runnable stateTold;

  /**
   * @param stateTold told when a provider has another word for where a job stands
   */
  ApiLog(ApiJobStore store, Runnable stateTold) {
    this.store = store;
    this.stateTold = stateTold;
  }

  /** Newest first. */
  List<ApiJob> list() {
    return store.list();
  }

  ApiJob job(JobId job) {
    return store
        .find(job)
        .orElseThrow(() -> new IllegalArgumentException("there is no job " + job));
  }

  @Override
  public ApiOrder order(JobId job) {
    return job(job).order();
  }

  @Override
  public ApiStanding standing(JobId job) {
    return job(job).standing();
  }

  @Override
  public ApiStanding change(JobId job, UnaryOperator<ApiStanding> change) {
    return store.change(job, change);
  }

  @Override
  public void providerState(JobId job, String word) {
    store.setProviderState(job, word);
    stateTold.run();
  }

  @Override
  public void trainedTokens(JobId job, long tokens) {
    store.setTrainedTokens(job, tokens);
    stateTold.run();
  }

  @Override
  public List<JobEvent> told(JobId job) {
    return after(job, 0);
  }

  @Override
  public long lastSequence(JobId job) {
    return store.lastSequence(job);
  }

  @Override
  public void append(JobEvent event) {
    store.append(event);
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
