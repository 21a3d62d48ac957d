package studio.timbre.app;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import studio.timbre.jobs.JobRunner;
import studio.timbre.jobs.JobSpec;
import studio.timbre.model.ApiAttention;
import studio.timbre.model.ApiJob;
import studio.timbre.model.ApiOrder;
import studio.timbre.model.JobId;
import studio.timbre.model.RunState;
import studio.timbre.model.UserFacingException;

/** Sees to jobs at providers, as far as it is for this program to do so and their keys are at hand. */
final class JobAttendance implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(JobAttendance.class.getName());

  private final Path folder;
  private final ApiLog log;
  private final JobKeys keys;
  private final JobRunner<JobSpec.Api> runner;
  private final Runnable changed;
  private final Watchfulness watchfulness;
  private final JobClaims claims;
  private final Set<JobId> attended = ConcurrentHashMap.newKeySet();
  private final Map<JobId, ApiAttention> hindered = new ConcurrentHashMap<>();
  private Optional<Attendant> attendant = Optional.empty();
  private volatile boolean closed;

  /**
   * @param folder has a folder for each job
   * @param changed told when somebody else, or nobody any more, sees to a job
   */
  JobAttendance(
      Path folder,
      ApiLog log,
      JobKeys keys,
      JobRunner<JobSpec.Api> runner,
      Watchfulness watchfulness,
      Runnable changed) {
    this.folder = folder;
    this.log = log;
    this.keys = keys;
    this.runner = runner;
    this.watchfulness = watchfulness;
    this.changed = changed;
    this.claims = new JobClaims(folder);
  }

  /**
   * Sees to all jobs that are not over, in the background, from now on until this is closed; asks nobody for keys.
   *
   * @param afterwards done at the end of each round
   */
  synchronized void attendAll(Runnable afterwards) {
    if (attendant.isEmpty()) {
      attendant =
          Optional.of(
              new Attendant(
                  watchfulness,
                  () -> {
                    goRound();
                    if (!closed) {
                      afterwards.run();
                    }
                  }));
    }
  }

  private void goRound() {
    for (var job : log.list()) {
      if (!closed && !job.isOver() && !isAttended(job.id())) {
        tryToAttend(job.id());
      }
    }
  }

  private void tryToAttend(JobId job) {
    try {
      attend(job);
    } catch (UserFacingException e) {
      // The list of jobs shows what stands in the way.
      LOG.log(System.Logger.Level.INFO, "job {0} is not seen to: {1}", job, e.getMessage());
    }
  }

  ApiAttention of(ApiJob job) {
    if (!job.own()) {
      return ApiAttention.ORIGINAL;
    }
    return attended.contains(job.id()) && job.state().isLive()
        ? ApiAttention.SEEN_TO
        : hindered.getOrDefault(job.id(), ApiAttention.NOBODY);
  }

  /** A new job is this program's own before anything is kept of it; {@code keep} writes it down. */
  void begin(ApiOrder order, Runnable keep) throws UserFacingException {
    claims.take(order.id());
    keep.run();
    attended.add(order.id());
    runner.submit(new JobSpec.Api(order, folder(order.id())));
  }

  /** See {@link ApiJobs#attend}. */
  boolean attend(JobId job) throws UserFacingException {
    if (!isOurs(job)) {
      return false;
    }
    requireKey(job);
    if (closed) {
      return false;
    }
    if (!isAttended(job)) {
      runner.letGo(job);
      var known = log.job(job);
      // A paused job stays so until its provider says something else.
      if (known.state() != RunState.PAUSED) {
        boolean isThere = known.standing().providerJob().isPresent();
        log.setState(job, isThere ? RunState.RUNNING : RunState.QUEUED);
      }
      attended.add(job);
      runner.reattach(job, folder(job));
      changed.run();
    }
    return true;
  }

  private boolean isAttended(JobId job) {
    return attended.contains(job) && log.job(job).state().isLive();
  }

  /** Lets a paused job go on, and one that was never sent begin. */
  void resume(JobId job) throws UserFacingException {
    if (isOurs(job)) {
      requireKey(job);
      attended.add(job);
      runner.resume(job, folder(job));
    }
  }

  void pause(JobId job) throws UserFacingException {
    if (attend(job)) {
      runner.pause(job);
    }
  }

  /** Asks for the end; where another program sees to the job, that one asks the provider. */
  void cancel(JobId job) throws UserFacingException {
    var known = log.job(job);
    if (known.isOver() || !known.own()) {
      return;
    }
    requireKey(job);
    log.change(job, now -> now.cancelling());
    if (attend(job)) {
      runner.cancel(job, folder(job));
    }
  }

  /** Ends all seeing to a job. */
  void letGo(JobId job) {
    runner.letGo(job);
    claims.giveUp(job);
    attended.remove(job);
  }

  /** Whether it is for this program to see to the job. */
  private boolean isOurs(JobId job) throws UserFacingException {
    var known = log.job(job);
    if (known.isOver() || !known.own()) {
      return false;
    }
    boolean isOurs = claims.take(job);
    hinder(job, isOurs ? Optional.empty() : Optional.of(ApiAttention.ELSEWHERE));
    return isOurs;
  }

  private void requireKey(JobId job) throws UserFacingException {
    var connection = log.job(job).order().connection();
    try {
      keys.require(connection);
      hinder(job, Optional.empty());
    } catch (UserFacingException e) {
      hinder(
          job,
          Optional.of(
              keys.isLocked(connection) ? ApiAttention.KEY_LOCKED : ApiAttention.KEY_MISSING));
      throw e;
    }
  }

  private void hinder(JobId job, Optional<ApiAttention> hindrance) {
    var before = hindrance.isPresent() ? hindered.put(job, hindrance.get()) : hindered.remove(job);
    if (!Optional.ofNullable(before).equals(hindrance)) {
      changed.run();
    }
  }

  private Path folder(JobId job) {
    return folder.resolve(job.value());
  }

  /** Jobs go on at their providers. */
  @Override
  public void close() {
    closed = true;
    synchronized (this) {
      attendant.ifPresent(Attendant::close);
    }
    runner.close();
    claims.close();
  }
}
