package studio.timbre.app;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Consumer;
import studio.timbre.jobs.JobRef;
import studio.timbre.jobs.JobRunner;
import studio.timbre.jobs.JobSpec;
import studio.timbre.jobs.remote.Pace;
import studio.timbre.jobs.remote.RemoteBackend;
import studio.timbre.model.ApiJob;
import studio.timbre.model.ApiKey;
import studio.timbre.model.ApiRecipe;
import studio.timbre.model.ApiRun;
import studio.timbre.model.Connection;
import studio.timbre.model.ForeignJob;
import studio.timbre.model.JobEvent;
import studio.timbre.model.JobId;
import studio.timbre.model.JobLimits;
import studio.timbre.model.UserFacingException;
import studio.timbre.store.ApiJobStore;

/**
 * The training jobs at providers, of a project or of none. A job goes on there whether or not this program runs; here it is begun,
 * followed and ended. Several programs may know the same job: one of them sees to it, the others read along. Safe for use by
 * several threads.
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
   * @param limits how many jobs the account may have with the model, where the provider said so
   */
  public record Wanted(
      String name,
      Connection connection,
      Optional<String> keyVariable,
      ApiRecipe recipe,
      Path training,
      Optional<Path> validation,
      OptionalDouble budgetUsd,
      OptionalLong journalEntry,
      Optional<JobLimits> limits) {}

  private static final long LOOK_MILLIS = 50;

  private final Path folder;
  private final ApiJobStore store;
  private final ApiLog log;
  private final ApiOrders orders;
  private final ApiQuotes quotes;
  private final BudgetGate budget;
  private final Runnable farewell;
  private final RemoteBackend backend;
  private final JobRunner<JobSpec.Api> runner;
  private final JobKeys keys;
  private final JobAttendance attendance;
  private final Adoption adoption;
  private final Watchfulness watchfulness = new Watchfulness();
  private final Listeners listeners = new Listeners();

  /**
   * @param folder takes a folder for each job
   * @param source where keys are found that nobody hands over
   * @param budget asked before anything begins that costs
   * @param farewell closes what the jobs are kept in
   */
  ApiJobs(
      Path folder,
      ApiJobStore store,
      ApiQuotes quotes,
      JobKeys.Source source,
      BudgetGate budget,
      Runnable farewell) {
    this.folder = folder;
    this.store = store;
    this.log = new ApiLog(store, listeners::tell);
    this.quotes = quotes;
    this.orders = new ApiOrders(folder, quotes);
    this.keys = new JobKeys(source);
    this.budget = budget;
    this.farewell = farewell;
    this.backend = new RemoteBackend(log, keys::known, ApiDialects::of, watchfulness);
    this.runner = new JobRunner<>(backend, log, _ -> listeners.tell());
    this.adoption = new Adoption(store, keys, ApiDialects::of, Pace.SYSTEM);
    this.attendance = new JobAttendance(folder, log, keys, runner, watchfulness, listeners::tell);
  }

  /** Hands over the key of a connection for as long as this object lives. It is kept nowhere else. */
  public void use(Connection connection, ApiKey key) {
    keys.hand(connection, key);
  }

  /** Whether the key of a job's connection is at hand. */
  public boolean hasKey(JobId job) {
    return keys.known(job(job).order().connection()).isPresent();
  }

  /** See {@link JobAttendance#attendAll}. */
  void attendAll(Runnable afterwards) {
    attendance.attendAll(afterwards);
  }

  /** While nobody can see what is told, no job is looked at; all are at once when somebody can again. */
  public void setWatched(boolean watched) {
    watchfulness.set(watched);
  }

  /** What a job would cost. Sends nothing. */
  public ApiQuote quote(Wanted wanted) throws UserFacingException {
    return orders.quote(wanted);
  }

  /** Why a job would not be begun for its budget or that of its project, if it would not. Sends nothing. */
  public Optional<Finding> overBudget(Wanted wanted) throws UserFacingException {
    var own = orders.overBudget(wanted);
    if (own.isPresent()) {
      return own.map(Finding::of);
    }
    try {
      budget.admit(orders.quote(wanted), wanted.recipe().model());
      return Optional.empty();
    } catch (UserFacingException e) {
      return Optional.of(Finding.of(e));
    }
  }

  /** What should be seen to before a job is sent, worst first: the data, the provider's limits, the model's last days. Sends nothing. */
  public List<Finding> preflight(Wanted wanted) throws UserFacingException {
    return orders.preflight(wanted);
  }

  /**
   * Writes the order down and begins it in the background; {@link #awaitBegun} waits for the provider's answer. Nothing is sent where
   * {@link #preflight} finds something that blocks, or it could cost more than its budget or that of its project.
   */
  public JobId start(Wanted wanted) throws UserFacingException {
    keys.require(wanted.connection());
    // One after the other: two jobs that fit the budget each need not fit it together.
    synchronized (budget) {
      var most = budget.admit(orders.quote(wanted), wanted.recipe().model());
      var order = orders.prepare(wanted, most);
      attendance.begin(order, () -> store.put(order));
      listeners.tell();
      return order.id();
    }
  }

  /**
   * The jobs that were begun elsewhere with the key of a connection, as its provider lists them. It may take long; nothing is changed
   * there.
   */
  public List<ForeignJob> elsewhere(Connection connection)
      throws UserFacingException, InterruptedException {
    return adoption.list(connection);
  }

  /**
   * Takes in a job that was begun elsewhere and sees to it from now on; nothing is asked for that costs.
   *
   * @param keyVariable as in {@link Wanted}
   */
  public JobId adopt(Connection connection, Optional<String> keyVariable, ForeignJob job)
      throws UserFacingException {
    keys.require(connection);
    var order = adoption.order(ApiOrders.freshName(Instant.now()), connection, keyVariable, job);
    attendance.begin(order, () -> adoption.keep(order, job));
    listeners.tell();
    return order.id();
  }

  /** Newest first. */
  public List<ApiJob> list() {
    return store.list();
  }

  /** The same with who sees to each. */
  public List<ApiRun> runs() {
    return store.list().stream()
        .map(job -> new ApiRun(job, attendance.of(job), quotes.trainedUsd(job)))
        .toList();
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
   * @return false where the job is over, or it is for another program to see to it
   */
  public boolean attend(JobId job) throws UserFacingException {
    return attendance.attend(job);
  }

  /** Lets a paused job go on, and one that was never sent begin. */
  public void resume(JobId job) throws UserFacingException {
    budget.admitAgain(job(job));
    attendance.resume(job);
  }

  public void pause(JobId job) throws UserFacingException {
    attendance.pause(job);
  }

  /** Asks for the end of a job; the stream tells when it has come. Where another program sees to the job, that one asks. */
  public void cancel(JobId job) throws UserFacingException {
    attendance.cancel(job);
  }

  /**
   * Deletes at its provider what {@link ApiJob#unneeded} names, and answers what could not be deleted now.
   */
  public List<String> tidy(JobId job) throws UserFacingException, InterruptedException {
    var known = job(job);
    keys.require(known.order().connection());
    var place = new JobRef(job, folder.resolve(job.value()), 0);
    var gone = backend.delete(place, known.unneeded(), known.needed());
    store.change(job, now -> now.without(gone));
    listeners.tell();
    return job(job).unneeded();
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

  public void rename(JobId job, String name) {
    store.rename(job, name);
    listeners.tell();
  }

  /** Forgets a job that is not live, with the copies of what was sent; at its provider nothing changes. */
  public void forget(JobId job) throws UserFacingException {
    var known = job(job);
    if (known.own() && known.state().isLive()) {
      return;
    }
    attendance.letGo(job);
    budget.forget(known);
    if (known.own()) {
      RunFiles.delete(folder.resolve(job.value()));
    }
    store.delete(job);
    listeners.tell();
  }

  /** Ends the listening; jobs go on at their providers. */
  @Override
  public void close() {
    attendance.close();
    farewell.run();
  }
}
