package studio.timbre.jobs.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import studio.timbre.jobs.JobHandle;
import studio.timbre.jobs.JobStates;
import studio.timbre.jobs.Threads;
import studio.timbre.model.JobEvent;
import studio.timbre.model.JobId;
import studio.timbre.model.RunState;

/** Listens to a worker through the files of its folder: the same whether we started it or an earlier window did. */
final class LocalHandle implements JobHandle {
  private static final System.Logger LOG = System.getLogger(LocalHandle.class.getName());
  private static final long POLL_MILLIS = 120;

  /** A worker that was asked to cancel and does not answer is ended by force. */
  private static final long PATIENCE_MILLIS = 60_000;

  private final JobId id;
  private final WorkerFolder folder;
  private final long afterSequence;
  private final Consumer<JobEvent> events;
  private final EventTail tail;
  private final CompletableFuture<RunState> outcome = new CompletableFuture<>();
  private final Thread thread;
  private volatile boolean closed;
  private volatile long cancelledAt;
  private int step;
  private Optional<RunState> last = Optional.empty();

  /**
   * @param process the worker, where this program started it
   */
  LocalHandle(
      JobId id,
      WorkerFolder folder,
      long afterSequence,
      Optional<Process> process,
      Consumer<JobEvent> events) {
    this.id = id;
    this.folder = folder;
    this.afterSequence = afterSequence;
    this.events = events;
    this.tail = new EventTail(folder.events());
    this.thread = Thread.ofPlatform().daemon().name("job-" + id).unstarted(() -> listen(process));
    thread.start();
  }

  @Override
  public JobId id() {
    return id;
  }

  @Override
  public CompletableFuture<RunState> outcome() {
    return outcome;
  }

  @Override
  public void pause() {
    ask(WorkerFolder.Request.PAUSE);
  }

  @Override
  public void cancel() {
    cancelledAt = System.currentTimeMillis();
    ask(WorkerFolder.Request.CANCEL);
    if (outcome.isDone()) {
      // It rests: nobody else will say that it is over.
      try {
        settle(Optional.empty());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    Threads.join(thread);
    outcome.cancel(false);
  }

  private void ask(WorkerFolder.Request request) {
    try {
      folder.ask(request);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void listen(Optional<Process> process) {
    try {
      while (!closed) {
        // Asked before reading, so that what a worker wrote last is read before it counts as gone.
        boolean alive = process.isPresent() ? process.get().isAlive() : folder.isAlive();
        drain();
        if (!alive) {
          outcome.complete(settle(process));
          return;
        }
        loseFaith();
        Thread.sleep(POLL_MILLIS);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "job " + id + " cannot be followed any more", e);
      outcome.completeExceptionally(e);
    }
  }

  private synchronized void drain() throws IOException {
    for (var event : tail.poll()) {
      JobStates.after(event).ifPresent(state -> last = Optional.of(state));
      if (event instanceof JobEvent.Step done) {
        step = done.step();
      }
      if (event.sequence() > afterSequence && !closed) {
        events.accept(event);
      }
    }
  }

  /** The worker is gone: where does that leave the job? Says what the worker could not say any more. */
  private synchronized RunState settle(Optional<Process> process) throws IOException {
    boolean over = last.map(state -> !state.isLive() && !state.canResume()).orElse(false);
    if (over) {
      return last.orElseThrow();
    }
    if (folder.request().equals(Optional.of(WorkerFolder.Request.CANCEL))) {
      say((sequence, time) -> new JobEvent.Cancelled(id, sequence, time, step));
    } else if (neverBegan(process)) {
      say((sequence, time) -> WorkerFailures.didNotStart(id, sequence, time, folder));
    }
    return last.filter(state -> !state.isLive()).orElse(RunState.STOPPED);
  }

  /** True where the process ended with an error of its own before it could say a word. */
  private boolean neverBegan(Optional<Process> process) {
    int exit = process.filter(started -> !started.isAlive()).map(Process::exitValue).orElse(0);
    boolean killed = exit > 128;
    return exit != 0 && !killed && last.equals(Optional.of(RunState.QUEUED));
  }

  private void say(EventWriter.EventAt event) throws IOException {
    var lock = WorkerLock.tryHold(folder.lock());
    if (lock.isEmpty()) {
      return;
    }
    try (var _ = lock.get();
        var writer = new EventWriter(folder.events())) {
      writer.append(event);
    }
    drain();
  }

  private void loseFaith() throws IOException {
    if (cancelledAt != 0 && System.currentTimeMillis() - cancelledAt > PATIENCE_MILLIS) {
      folder.process().ifPresent(ProcessHandle::destroyForcibly);
    }
  }
}
