package studio.timbre.jobs.remote;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import studio.timbre.jobs.ApiLedger;
import studio.timbre.jobs.JobHandle;
import studio.timbre.jobs.Threads;
import studio.timbre.jobs.remote.ProviderFacts.Phase;
import studio.timbre.model.ApiOrder;
import studio.timbre.model.ApiStanding.Stage;
import studio.timbre.model.JobEvent;
import studio.timbre.model.JobId;
import studio.timbre.model.RunState;

/** One job at a provider while somebody sees to it: a thread that begins it, looks for it or follows it, as it stands. */
final class ApiHandle implements JobHandle {
  private static final System.Logger LOG = System.getLogger(ApiHandle.class.getName());

  /** What a person has asked for. */
  enum Wish {
    /** Sends what was not sent, and asks for the job. */
    BEGIN,
    /** Tells what happens, and begins nothing. */
    LISTEN,
    /** Lets a paused job go on. */
    GO_ON
  }

  private final ApiOrder order;
  private final SentFiles files;
  private final ApiLedger ledger;
  private final ProviderCalls api;
  private final Pace pace;
  private final Consumer<JobEvent> events;
  private final Semaphore nudge = new Semaphore(0);
  private final CompletableFuture<RunState> outcome = new CompletableFuture<>();
  private volatile Optional<Told> told = Optional.empty();
  private Thread thread;
  private boolean closed;

  ApiHandle(
      ApiOrder order,
      SentFiles files,
      ApiLedger ledger,
      ProviderCalls api,
      Pace pace,
      Consumer<JobEvent> events,
      Wish wish) {
    this.order = order;
    this.files = files;
    this.ledger = ledger;
    this.api = api;
    this.pace = pace;
    this.events = events;
    this.thread = begin(wish);
  }

  private Thread begin(Wish wish) {
    return Thread.ofPlatform().daemon().name("api-" + order.id()).start(() -> run(wish));
  }

  @Override
  public JobId id() {
    return order.id();
  }

  @Override
  public CompletableFuture<RunState> outcome() {
    return outcome;
  }

  @Override
  public synchronized void cancel() {
    ledger.change(order.id(), now -> now.cancelling());
    api.breakOffUploads();
    nudge.release();
    if (outcome.isDone() && !closed) {
      thread = begin(Wish.LISTEN);
    }
  }

  @Override
  public synchronized void pause() {
    var job = ledger.standing(order.id()).providerJob();
    if (job.isPresent()) {
      Thread.ofPlatform().daemon().name("pause-" + order.id()).start(() -> sendPause(job.get()));
    }
  }

  private void sendPause(String job) {
    try {
      new Calls(pace, new Semaphore(0))
          .repeat(
              3,
              () -> {
                api.pause(job);
                return job;
              });
      nudge.release();
    } catch (CallFailure failure) {
      LOG.log(System.Logger.Level.INFO, "job {0} was not paused: {1}", job, failure.words());
      told.ifPresent(
          stream -> stream.note("The provider did not pause the job: " + failure.words()));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    Thread running;
    synchronized (this) {
      closed = true;
      running = thread;
    }
    running.interrupt();
    Threads.join(running);
    outcome.cancel(false);
    api.close();
  }

  private void run(Wish wish) {
    try {
      outcome.complete(see(wish));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "job " + order.id() + " cannot be followed any more", e);
      // It goes on at its provider: to be looked at again.
      outcome.complete(RunState.STOPPED);
    }
  }

  private RunState see(Wish wish) throws InterruptedException {
    var told = new Told(order.id(), ledger.told(order.id()), pace, events);
    this.told = Optional.of(told);
    var calls = new Calls(pace, nudge);
    var beginning = new Beginning(api, calls, ledger, order, files, told);
    var standing = ledger.standing(order.id());
    if (standing.stage() == Stage.NOT_BEGUN) {
      return RunState.FAILED;
    }
    boolean isUnasked = standing.stage() == Stage.PREPARED || standing.stage() == Stage.UPLOADING;
    if (isUnasked && standing.cancelWanted()) {
      return beginning.callOff();
    }
    if (isUnasked && wish == Wish.LISTEN) {
      // A job that an earlier start left before it was asked for waits for a person's word.
      return RunState.STOPPED;
    }
    if (standing.stage() != Stage.CREATED) {
      var begun = beginning.begin();
      if (begun != RunState.RUNNING) {
        return begun;
      }
    } else if (wish == Wish.GO_ON) {
      goOn(calls, standing.providerJob().orElseThrow(), told);
    }
    return new Following(api, calls, ledger, order, files, told, nudge).follow();
  }

  private void goOn(Calls calls, String job, Told told) throws InterruptedException {
    try {
      // A job that is followed again after trouble on the line is not paused.
      if (calls.repeat(3, () -> api.job(job)).phase() == Phase.PAUSED) {
        calls.repeat(
            3,
            () -> {
              api.resume(job);
              return job;
            });
      }
    } catch (CallFailure failure) {
      told.note(Refusal.of(failure).message());
    }
  }
}
