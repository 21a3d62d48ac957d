package studio.timbre.jobs;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import studio.timbre.model.JobEvent;
import studio.timbre.model.JobId;
import studio.timbre.model.RunState;
import studio.timbre.model.UserFacingException;

/**
 * Runs the jobs of one project: keeps each event in the log first and fans it out then. Closing it ends the listening; jobs
 * go on.
 */
public final class JobRunner<S extends JobSpec> implements AutoCloseable {

  /** A listening that can be ended. */
  @FunctionalInterface
  public interface Following extends AutoCloseable {
    @Override
    void close();
  }

  private final JobBackend<S> backend;
  private final JobLog log;
  private final Consumer<JobId> stateChanged;
  private final Map<JobId, JobHandle> handles = new ConcurrentHashMap<>();
  private final List<JobFollower> followers = new CopyOnWriteArrayList<>();

  /**
   * @param stateChanged told after a job's state has changed in the log, on the job's thread
   */
  public JobRunner(JobBackend<S> backend, JobLog log, Consumer<JobId> stateChanged) {
    this.backend = backend;
    this.log = log;
    this.stateChanged = stateChanged;
  }

  /** Starts a new job, which the log must know already. */
  public void submit(S spec) throws UserFacingException {
    watch(backend.submit(spec, intake(spec.id())));
  }

  /** Listens again to a job of an earlier start; its missed events come in, and its state is set right. */
  public void reattach(JobId job, Path folder) {
    if (!handles.containsKey(job)) {
      watch(backend.reattach(ref(job, folder), intake(job)));
    }
  }

  /** Lets a job that rests go on; one that cannot be started counts as stopped. */
  public void resume(JobId job, Path folder) throws UserFacingException {
    letGo(job);
    settle(job, RunState.QUEUED);
    try {
      watch(backend.resume(ref(job, folder), intake(job)));
    } catch (UserFacingException e) {
      settle(job, RunState.STOPPED);
      throw e;
    }
  }

  public void pause(JobId job) {
    var handle = handles.get(job);
    if (handle != null) {
      handle.pause();
    }
  }

  /** Ends a job for good, whether it runs or rests. */
  public void cancel(JobId job, Path folder) {
    reattach(job, folder);
    var handle = handles.get(job);
    if (handle != null) {
      handle.cancel();
    }
  }

  /** Waits until no more events of this job will come; false if it took longer, or nobody listens to it. */
  public boolean await(JobId job, long seconds) {
    var handle = handles.get(job);
    if (handle == null) {
      return false;
    }
    try {
      handle.outcome().get(seconds, TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException | ExecutionException _) {
      return false;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Ends the listening to a job. */
  public void letGo(JobId job) {
    var handle = handles.remove(job);
    if (handle != null) {
      handle.close();
    }
  }

  /** Replays the job's whole stream and then hands over what comes, in order, on one background thread. */
  public Following follow(JobId job, Consumer<JobEvent> listener) {
    var follower = new JobFollower(job, log, listener);
    followers.add(follower);
    return () -> {
      followers.remove(follower);
      follower.close();
    };
  }

  @Override
  public void close() {
    List.copyOf(handles.keySet()).forEach(this::letGo);
    followers.forEach(JobFollower::close);
    followers.clear();
  }

  private JobRef ref(JobId job, Path folder) {
    return new JobRef(job, folder, log.lastSequence(job));
  }

  private void watch(JobHandle handle) {
    handles.put(handle.id(), handle);
    handle.outcome().thenAccept(state -> settle(handle.id(), state));
  }

  /** A job's way into the log: what came before is dropped. */
  private Consumer<JobEvent> intake(JobId job) {
    return new Consumer<>() {
      private long last = log.lastSequence(job);

      @Override
      public synchronized void accept(JobEvent event) {
        if (event.sequence() <= last) {
          return;
        }
        log.append(event);
        last = event.sequence();
        JobStates.after(event).ifPresent(state -> settle(job, state));
        followers.stream()
            .filter(follower -> follower.job().equals(job))
            .forEach(JobFollower::wake);
      }
    };
  }

  private void settle(JobId job, RunState state) {
    log.setState(job, state);
    stateChanged.accept(job);
  }
}
