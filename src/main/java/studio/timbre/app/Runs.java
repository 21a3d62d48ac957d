package studio.timbre.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import studio.timbre.jobs.JobRunner;
import studio.timbre.jobs.JobSpec;
import studio.timbre.jobs.local.LocalBackend;
import studio.timbre.jobs.local.WorkerFolder;
import studio.timbre.jobs.local.WorkerLauncher;
import studio.timbre.model.JobEvent;
import studio.timbre.model.JobId;
import studio.timbre.model.LibraryModel;
import studio.timbre.model.ProjectTotals;
import studio.timbre.model.RunState;
import studio.timbre.model.RunSummary;
import studio.timbre.model.TrainingFilter;
import studio.timbre.model.TrainingPlan;
import studio.timbre.model.TrainingSpec;
import studio.timbre.model.UserFacingException;
import studio.timbre.store.RunStore;
import studio.timbre.store.StoredRun;

/** The training runs of one project on this computer. Safe for use by several threads. */
public final class Runs implements AutoCloseable {

  /** Longer than a worker that does not answer is waited for. */
  private static final long CANCEL_SECONDS = 90;

  private final Path folder;
  private final RunStore store;
  private final TrainingSource source;
  private final Planning planning;
  private final JobRunner<JobSpec.Local> runner;
  private final Listeners listeners = new Listeners();

  /**
   * Listens again to the runs that were going on when the project was closed.
   *
   * @param home Timbre's own folder
   */
  Runs(Path home, RunStore store, TrainingSource source) {
    this(home, store, source, new WorkerLauncher());
  }

  Runs(Path home, RunStore store, TrainingSource source, WorkerLauncher launcher) {
    this.folder = home.resolve("runs");
    this.store = store;
    this.source = source;
    var speeds = new MeasuredSpeeds(home);
    this.planning = new Planning(speeds);
    this.runner =
        new JobRunner<>(
            new LocalBackend(launcher),
            new RunLog(store, (run, events) -> speeds.learn(known(run).basePath(), events)),
            _ -> listeners.tell());
    for (var run : store.list()) {
      if (run.state().isLive()) {
        runner.reattach(run.id(), folder(run.id()));
      }
    }
  }

  /** What a run would be; counts the data with the base model's tokenizer, so not for the JavaFX thread. */
  public TrainingPlan plan(LibraryModel base, TrainingSpec spec) throws UserFacingException {
    return plan(base, spec, source.filter());
  }

  /**
   * A first idea of the seconds that a run would take, at once, from the counts that the project has; empty where nothing is
   * counted yet, or there is nothing to learn.
   */
  public OptionalDouble roughSeconds(
      LibraryModel base, TrainingSpec spec, ProjectTotals training, ProjectTotals heldOut) {
    return planning.roughSeconds(base, spec, training, heldOut);
  }

  /** The same for other conversations than those that the project trains on. */
  public TrainingPlan plan(LibraryModel base, TrainingSpec spec, TrainingFilter filter)
      throws UserFacingException {
    return planning.plan(base, spec, TrainingData.read(source, filter));
  }

  /**
   * Writes the data as it stands now into a new run's folder and starts its worker. It learns what the
   * project trains on.
   */
  public JobId start(LibraryModel base, TrainingSpec spec, String name) throws UserFacingException {
    return start(base, spec, name, source.filter());
  }

  /** The same with other conversations than those that the project trains on. */
  public JobId start(LibraryModel base, TrainingSpec spec, String name, TrainingFilter filter)
      throws UserFacingException {
    var data = TrainingData.read(source, filter);
    data.check();
    var refusal = planning.plan(base, spec, data).refusal();
    if (refusal.isPresent()) {
      throw refusal.get();
    }
    var now = Instant.now();
    var id = RunNames.fresh(now);
    var files = new WorkerFolder(folder(id));
    var heldOut = RunFiles.write(files, data);
    store.put(
        StoredRun.queued(id, name, base.name(), base.path(), now, spec, data.journalPosition()));
    source.seen(id, data.journalPosition(), filter);
    try {
      runner.submit(
          new JobSpec.Local(
              id, files.root(), files.result(), base.path(), files.training(), heldOut, spec));
    } catch (UserFacingException e) {
      store.delete(id);
      RunFiles.delete(files.root());
      throw e;
    }
    listeners.tell();
    return id;
  }

  /** Newest first. */
  public List<RunSummary> list() {
    return store.list().stream().map(this::summary).toList();
  }

  public RunSummary summary(JobId run) {
    return summary(known(run));
  }

  /** Replays the run's whole stream and then hands over what comes, in order, on one background thread. */
  public Subscription follow(JobId run, Consumer<JobEvent> listener) {
    var following = runner.follow(run, listener);
    return following::close;
  }

  /** Calls back whenever a run changes its state or its name, or one is added or deleted; on any thread. */
  public Subscription onChange(Runnable listener) {
    return listeners.add(listener);
  }

  /** Saves a checkpoint and stops. */
  public void pause(JobId run) {
    runner.pause(run);
  }

  /** Goes on from the last checkpoint of a paused or stopped run, or of a failed one that has a checkpoint. */
  public void resume(JobId run) throws UserFacingException {
    var state = known(run).state();
    if (state.canResume() || (state == RunState.FAILED && hasCheckpoint(run))) {
      runner.resume(run, folder(run));
    }
  }

  private boolean hasCheckpoint(JobId run) {
    return store.events(run, 0).stream().anyMatch(JobEvent.Checkpoint.class::isInstance);
  }

  /** Stops within one step. */
  public void cancel(JobId run) {
    var state = known(run).state();
    if (state.isLive() || state.canResume()) {
      runner.cancel(run, folder(run));
    }
  }

  public void rename(JobId run, String name) {
    store.rename(run, name);
    listeners.tell();
  }

  /**
   * Deletes the run and its files; a live one is cancelled first. In a copied project a run that came with it is forgotten alone:
   * it goes on, and its files stay, for the project in which it was started.
   */
  public void delete(JobId run) throws UserFacingException {
    var deleted = known(run);
    if (deleted.ownsFiles() && deleted.state().isLive()) {
      runner.cancel(run, folder(run));
      runner.await(run, CANCEL_SECONDS);
    }
    runner.letGo(run);
    if (deleted.ownsFiles()) {
      RunFiles.delete(folder(run));
    }
    store.delete(run);
    listeners.tell();
  }

  /** Where its files lie. */
  public Path folder(JobId run) {
    return folder.resolve(run.value());
  }

  /** Ends the listening; runs go on. */
  @Override
  public void close() {
    runner.close();
  }

  private StoredRun known(JobId run) {
    return store
        .find(run)
        .orElseThrow(() -> new IllegalArgumentException("there is no run " + run));
  }

  private RunSummary summary(StoredRun run) {
    return new RunSummary(
        run.id(),
        run.name(),
        run.baseName(),
        run.basePath(),
        run.created(),
        run.state(),
        run.spec(),
        run.journalEntry(),
        run.step(),
        run.totalSteps(),
        run.trainLoss(),
        run.firstEvalLoss(),
        run.lastEvalLoss(),
        run.result().map(folder(run.id())::resolve).filter(Files::isDirectory),
        run.ownsFiles());
  }
}
