package studio.timbre.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import studio.timbre.jobs.JobRunner;
import studio.timbre.jobs.JobSpec;
import studio.timbre.jobs.remote.Pace;
import studio.timbre.jobs.remote.RemoteBackend;
import studio.timbre.model.ApiJob;
import studio.timbre.model.ApiKey;
import studio.timbre.model.ApiRecipe;
import studio.timbre.model.Connection;
import studio.timbre.model.JobEvent;
import studio.timbre.model.JobId;
import studio.timbre.model.RunState;
import studio.timbre.model.UserFacingException;
import studio.timbre.store.ApiJobStore;

/**
 * The training jobs at providers. A job goes on there whether or not this program runs; here it is begun, followed and ended.
 * Several programs may use the same file: one of them sees to a job, the others read along. Safe for use by several threads.
 */
public final class ApiJobs implements AutoCloseable {

  /**
   * What a person wants trained.
   *
   * @param name what the person calls it; not told to the provider
   * @param keyVariable the environment variable that the key came from, to be asked again later
   * @param recipe without epochs their number is the provider's choice, or the estimate's where there is a budget
   * @param budgetUsd refuses a job that would cost more
   * @param journalEntry the last edit of the project that the training data holds; empty for data of files
   */
  public record Wanted(
      String name,
      Connection connection,
      Optional<String> keyVariable,
      ApiRecipe recipe,
      Path training,
      Optional<Path> validation,
      OptionalDouble budgetUsd,
      OptionalLong journalEntry) {}

  private static final long LOOK_MILLIS = 50;

  private final Path folder;
  private final ApiJobStore store;
  private final ApiLog log;
  private final ApiOrders orders;
  private final Runnable farewell;
  private final JobRunner<JobSpec.Api> runner;
  private final Map<String, ApiKey> keys = new ConcurrentHashMap<>();
  private final Set<JobId> attended = ConcurrentHashMap.newKeySet();
  private final Map<JobId, JobClaim> claims = new ConcurrentHashMap<>();
  private final Listeners listeners = new Listeners();

  /**
   * @param folder takes a folder for each job
   * @param farewell closes what the jobs are kept in
   */
  ApiJobs(Path folder, ApiJobStore store, ApiQuotes quotes, Runnable farewell) {
    this.folder = folder;
    this.store = store;
    this.log = new ApiLog(store);
    this.orders = new ApiOrders(folder, quotes);
    this.farewell = farewell;
    this.runner =
        new JobRunner<>(
            new RemoteBackend(
                log,
                connection -> Optional.ofNullable(keys.get(connection.id())),
                ApiDialects::of,
                Pace.SYSTEM),
            log,
            _ -> listeners.tell());
  }

  /** Hands over the key of a connection for as long as this object lives. It is kept nowhere else. */
  public void use(Connection connection, ApiKey key) {
    keys.put(connection.id(), key);
  }

  /** Whether the key of a job's connection was handed over. */
  public boolean hasKey(JobId job) {
    return keys.containsKey(job(job).order().connection().id());
  }

  /** What a job would cost. Sends nothing. */
  public ApiQuote quote(Wanted wanted) throws UserFacingException {
    return orders.quote(wanted);
  }

  /** What should be seen to before a job is sent, worst first: the data, the provider's limits, the model's last days. Sends nothing. */
  public List<Finding> preflight(Wanted wanted) throws UserFacingException {
    return orders.preflight(wanted);
  }

  /**
   * Writes the order down and begins it in the background; {@link #awaitBegun} waits for the provider's answer. Nothing is sent where
   * {@link #preflight} finds something that blocks, or it would cost more than its budget.
   */
  public JobId start(Wanted wanted) throws UserFacingException {
    var order = orders.prepare(wanted);
    claim(order.id());
    store.put(order);
    attended.add(order.id());
    runner.submit(new JobSpec.Api(order, folder(order.id())));
    listeners.tell();
    return order.id();
  }

  /** Newest first. */
  public List<ApiJob> list() {
    return store.list();
  }

  public Optional<ApiJob> find(JobId job) {
    return store.find(job);
  }

  public ApiJob job(JobId job) {
    return log.job(job);
  }

  /**
   * Sees to a job from now on: tells what happened meanwhile and what happens, and looks for one of which it is not known whether it
   * began. Where another program does that, there is nothing to do.
   *
   * @return false where the job is over, or another program sees to it
   */
  public boolean attend(JobId job) throws UserFacingException {
    if (job(job).isOver() || !claim(job)) {
      return false;
    }
    requireKey(job);
    if (!isAttended(job)) {
      runner.letGo(job);
      boolean isThere = job(job).standing().providerJob().isPresent();
      log.setState(job, isThere ? RunState.RUNNING : RunState.QUEUED);
      runner.reattach(job, folder(job));
      attended.add(job);
    }
    return true;
  }

  private boolean isAttended(JobId job) {
    return attended.contains(job) && job(job).state().isLive();
  }

  /** Lets a paused job go on, and one that was never sent begin. */
  public void resume(JobId job) throws UserFacingException {
    requireKey(job);
    if (!job(job).isOver() && claim(job)) {
      attended.add(job);
      runner.resume(job, folder(job));
    }
  }

  public void pause(JobId job) throws UserFacingException {
    if (attend(job)) {
      runner.pause(job);
    }
  }

  /** Asks for the end of a job; the stream tells when it has come. Where another program sees to the job, that one asks. */
  public void cancel(JobId job) throws UserFacingException {
    if (job(job).isOver()) {
      return;
    }
    requireKey(job);
    store.change(job, now -> now.cancelling());
    if (attend(job)) {
      runner.cancel(job, folder(job));
    }
  }

  /** Replays the job's whole stream and then hands over what comes, in order, on one background thread. */
  public Subscription follow(JobId job, Consumer<JobEvent> listener) {
    var following = runner.follow(job, listener);
    return following::close;
  }

  /** The events behind a sequence number as they are kept now, by whichever program wrote them. */
  public List<JobEvent> events(JobId job, long afterSequence) {
    return store.events(job, afterSequence);
  }

  /** Calls back whenever a job that this program sees to changes its state, or one is added; on any thread. */
  public Subscription onChange(Runnable listener) {
    return listeners.add(listener);
  }

  /** Waits until the provider has the job, or it is known that it has not, or nothing more is known for now. */
  public ApiJob awaitBegun(JobId job) throws InterruptedException {
    var now = job(job);
    while (now.standing().providerJob().isEmpty() && now.state().isLive()) {
      Thread.sleep(LOOK_MILLIS);
      now = job(job);
    }
    return now;
  }

  private void requireKey(JobId job) throws UserFacingException {
    if (!hasKey(job)) {
      String name = job(job).order().connection().name();
      throw new UserFacingException(
          "error.api.noKey",
          "The key of %s is not at hand, so nothing was sent. Give the key again.".formatted(name),
          name);
    }
  }

  private synchronized boolean claim(JobId job) throws UserFacingException {
    if (claims.containsKey(job)) {
      return true;
    }
    try {
      var claim = JobClaim.take(folder(job));
      claim.ifPresent(taken -> claims.put(job, taken));
      return claim.isPresent();
    } catch (IOException e) {
      throw ApiOrders.unreadable(folder(job), e);
    }
  }

  private Path folder(JobId job) {
    return folder.resolve(job.value());
  }

  /** Ends the listening; jobs go on at their providers. */
  @Override
  public void close() {
    runner.close();
    claims.values().forEach(JobClaim::close);
    farewell.run();
  }
}
