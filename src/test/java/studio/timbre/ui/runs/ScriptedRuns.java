package studio.timbre.ui.runs;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import studio.timbre.app.Subscription;
import studio.timbre.model.JobEvent;
import studio.timbre.model.JobId;
import studio.timbre.model.RunState;
import studio.timbre.model.RunSummary;
import studio.timbre.model.TrainingRun;
import studio.timbre.model.TrainingSpec;

/** A stream of events that a test writes itself, on a shelf with as many runs as it likes. */
final class ScriptedRuns implements RunShelf {
  static final Instant START = Instant.parse("2026-11-22T08:00:00Z");

  final List<TrainingRun> runs = new ArrayList<>();
  final List<String> asked = new ArrayList<>();
  private final List<JobEvent> events = new ArrayList<>();
  private final List<Consumer<JobEvent>> followers = new ArrayList<>();
  private Runnable listener = () -> {};
  private final Path folder;

  ScriptedRuns(Path folder) {
    this.folder = folder;
  }

  static RunSummary run(String id, String name, RunState state, int step) {
    return run(id, name, state, step, true);
  }

  static RunSummary run(String id, String name, RunState state, int step, boolean ownsFiles) {
    return new RunSummary(
        new JobId(id),
        name,
        "SmolLM2-135M-Instruct",
        Path.of("base.gguf"),
        START,
        state,
        TrainingSpec.DEFAULT,
        214,
        step,
        140,
        OptionalDouble.empty(),
        OptionalDouble.of(2.1),
        OptionalDouble.of(1.52),
        state == RunState.FINISHED ? Optional.of(Path.of("adapter")) : Optional.empty(),
        ownsFiles);
  }

  int followers() {
    return followers.size();
  }

  /** The run at this place of the list is now another one. */
  void change(int index, UnaryOperator<RunSummary> how) {
    runs.set(index, how.apply((RunSummary) runs.get(index)));
    listener.run();
  }

  /** The run at this place of the list is now this one. */
  void put(int index, TrainingRun now) {
    runs.set(index, now);
    listener.run();
  }

  void tell(JobEvent event) {
    events.add(event);
    List.copyOf(followers).forEach(follower -> follower.accept(event));
  }

  private static Instant at(int step) {
    return START.plus(Duration.ofSeconds(4L * step));
  }

  void started(String run, int fromStep) {
    tell(new JobEvent.Started(new JobId(run), 0, at(fromStep), fromStep, 140, 3, 178, 30, 9_813));
  }

  void startedWithSteps(String run, int steps, double epochs) {
    tell(new JobEvent.Started(new JobId(run), 0, at(0), 0, steps, epochs, 178, 30, 9_813));
  }

  void step(String run, int step, double loss) {
    step(run, step, step * 3 / 140.0, loss);
  }

  /** A step as a provider tells it. */
  void providerStep(String run, int step, double loss) {
    tell(
        new JobEvent.Step(
            new JobId(run), 0, at(step), step, step * 3 / 140.0, loss, Optional.empty()));
  }

  void stepOf(String run, int step, double epoch) {
    step(run, step, epoch, 1.5);
  }

  private void step(String run, int step, double epoch, double loss) {
    tell(
        new JobEvent.Step(
            new JobId(run),
            0,
            at(step),
            step,
            epoch,
            loss,
            2e-4,
            0.8,
            412,
            2_140_000_000L,
            (140 - step) * 4));
  }

  void evaluated(String run, int step, double loss) {
    tell(new JobEvent.Evaluated(new JobId(run), 0, at(step), step, loss, 2_113));
  }

  void rewarded(String run, int step, OptionalDouble train, OptionalDouble heldOut) {
    tell(new JobEvent.Rewarded(new JobId(run), 0, at(step), step, train, heldOut));
  }

  void checkpoint(String run, int step) {
    tell(new JobEvent.Checkpoint(new JobId(run), 0, at(step), step, "checkpoints/step-" + step));
  }

  @Override
  public List<TrainingRun> list() {
    return List.copyOf(runs);
  }

  @Override
  public Subscription follow(JobId run, Consumer<JobEvent> follower) {
    Consumer<JobEvent> own =
        event -> {
          if (event.job().equals(run)) {
            follower.accept(event);
          }
        };
    events.forEach(own);
    followers.add(own);
    return () -> followers.remove(own);
  }

  @Override
  public Subscription onChange(Runnable newListener) {
    listener = newListener;
    return () -> listener = () -> {};
  }

  @Override
  public void pause(JobId run) {
    asked.add("pause " + run);
  }

  @Override
  public void resume(JobId run) {
    asked.add("resume " + run);
  }

  @Override
  public void cancel(JobId run) {
    asked.add("cancel " + run);
  }

  @Override
  public void rename(JobId run, String name) {
    asked.add("rename " + run + " " + name);
  }

  @Override
  public void delete(JobId run) {
    asked.add("delete " + run);
    runs.removeIf(candidate -> candidate.id().equals(run));
    listener.run();
  }

  @Override
  public void lookNow(JobId run) {
    asked.add("look " + run);
  }

  @Override
  public void giveKey(JobId run, String typed) {
    asked.add("key " + run + " " + typed);
  }

  @Override
  public void unlock(String passphrase) {
    asked.add("unlock " + passphrase);
  }

  @Override
  public void deleteLeftBehind(JobId run) {
    asked.add("clear " + run);
  }

  @Override
  public Path folder(JobId run) {
    return folder;
  }
}
