package studio.timbre.jobs.remote;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import studio.timbre.jobs.remote.ProviderFacts.Figures;
import studio.timbre.jobs.remote.ProviderFacts.Reward;
import studio.timbre.model.JobEvent;
import studio.timbre.model.JobId;

/**
 * The stream of one job: what a provider tells, in whatever order and however often, becomes events that are told once each. What
 * was told before is known from the stream itself, so that no start of the program tells it again. Safe for use by several threads.
 */
final class Told {
  private record Remark(Instant time, String message) {}

  private final JobId job;
  private final Pace pace;
  private final Consumer<JobEvent> events;
  private final Set<Integer> steps = new HashSet<>();
  private final Set<Integer> evaluations = new HashSet<>();
  private final Set<Integer> trainRewards = new HashSet<>();
  private final Set<Integer> heldOutRewards = new HashSet<>();
  private final Set<String> arrived = new HashSet<>();
  private final Set<String> checkpoints = new HashSet<>();
  private final Set<Remark> remarks = new HashSet<>();
  private final Set<String> own = new HashSet<>();
  private Optional<JobEvent> lastState = Optional.empty();
  private Optional<JobEvent.Started> started = Optional.empty();
  private OptionalDouble trainLoss = OptionalDouble.empty();
  private OptionalDouble heldOut = OptionalDouble.empty();
  private Optional<String> checkpoint = Optional.empty();
  private int lastStep;
  private int lastEvaluation = -1;
  private long sequence;

  /**
   * @param before what was told in earlier starts of the program
   */
  Told(JobId job, List<JobEvent> before, Pace pace, Consumer<JobEvent> events) {
    this.job = job;
    this.pace = pace;
    this.events = events;
    before.forEach(this::remember);
  }

  private void remember(JobEvent event) {
    sequence = Math.max(sequence, event.sequence());
    switch (event) {
      case JobEvent.Started begun -> {
        started = Optional.of(begun);
        lastState = Optional.of(event);
      }
      case JobEvent.Step step -> {
        steps.add(step.step());
        if (step.step() >= lastStep) {
          lastStep = step.step();
          trainLoss = OptionalDouble.of(step.trainLoss());
        }
      }
      case JobEvent.Evaluated evaluated -> {
        evaluations.add(evaluated.step());
        if (evaluated.step() >= lastEvaluation) {
          lastEvaluation = evaluated.step();
          heldOut = OptionalDouble.of(evaluated.evalLoss());
        }
      }
      case JobEvent.Rewarded rewarded -> {
        rewarded.train().ifPresent(_ -> trainRewards.add(rewarded.step()));
        rewarded.heldOut().ifPresent(_ -> heldOutRewards.add(rewarded.step()));
        lastStep = Math.max(lastStep, rewarded.step());
      }
      case JobEvent.Sending sending -> {
        if (sending.sentBytes() == sending.totalBytes()) {
          arrived.add(sending.file());
        }
      }
      case JobEvent.Checkpoint saved -> {
        checkpoints.add(saved.folder());
        checkpoint = Optional.of(saved.folder());
      }
      case JobEvent.Log log -> {
        remarks.add(new Remark(log.time(), log.message()));
        own.add(log.message());
      }
      case JobEvent.Queued _,
          JobEvent.Paused _,
          JobEvent.Finished _,
          JobEvent.Failed _,
          JobEvent.Cancelled _ ->
          lastState = Optional.of(event);
    }
  }

  private void tell(JobEvent event) {
    remember(event);
    events.accept(event);
  }

  synchronized void queued() {
    if (lastState.isEmpty()) {
      tell(new JobEvent.Queued(job, sequence + 1, pace.now()));
    }
  }

  /** A file is on its way; its arrival is told once. */
  synchronized void sending(String file, long bytes, long total) {
    if (!arrived.contains(file)) {
      tell(new JobEvent.Sending(job, sequence + 1, pace.now(), file, bytes, total));
    }
  }

  /** Training goes on; said once, and again when the provider has told how many steps there are, or after a pause. */
  synchronized void running(
      Optional<Instant> since, int totalSteps, double epochs, int examples, int validation) {
    boolean isNews = !(lastState.orElse(null) instanceof JobEvent.Started);
    int known = started.map(JobEvent.Started::totalSteps).orElse(0);
    if (isNews || totalSteps > known) {
      int from = started.isPresent() ? lastStep : 0;
      int total = Math.max(totalSteps, known);
      var time = started.isPresent() ? pace.now() : since.orElseGet(pace::now);
      tell(
          new JobEvent.Started(
              job, sequence + 1, time, from, total, epochs, examples, validation, 0));
    }
  }

  /** The figures of a step, each once. */
  synchronized void figures(Figures figures, Optional<Instant> time) {
    if (figures.step().isEmpty()) {
      return;
    }
    int step = figures.step().getAsInt();
    var at = time.orElseGet(pace::now);
    if (figures.trainLoss().isPresent() && !steps.contains(step)) {
      double loss = figures.trainLoss().getAsDouble();
      tell(new JobEvent.Step(job, sequence + 1, at, step, epoch(step), loss, Optional.empty()));
    }
    if (figures.heldOut().isPresent() && !evaluations.contains(step)) {
      tell(new JobEvent.Evaluated(job, sequence + 1, at, step, figures.heldOut().getAsDouble(), 0));
    }
    reward(step, figures.reward(), at);
  }

  private void reward(int step, Reward reward, Instant at) {
    var train = trainRewards.contains(step) ? OptionalDouble.empty() : reward.train();
    var heldOut = heldOutRewards.contains(step) ? OptionalDouble.empty() : reward.heldOut();
    if (train.isPresent() || heldOut.isPresent()) {
      tell(new JobEvent.Rewarded(job, sequence + 1, at, step, train, heldOut));
    }
  }

  private double epoch(int step) {
    return started
        .filter(begun -> begun.totalSteps() > 0)
        .map(begun -> begun.epochs() * step / begun.totalSteps())
        .orElse(Double.NaN);
  }

  synchronized void checkpoint(String name, int step, Optional<Instant> time) {
    if (!name.isBlank() && !checkpoints.contains(name)) {
      tell(new JobEvent.Checkpoint(job, sequence + 1, time.orElseGet(pace::now), step, name));
    }
  }

  /** Something that the provider says, told once for its time. */
  synchronized void remark(Optional<Instant> time, String message) {
    var at = time.orElseGet(() -> Instant.EPOCH);
    if (!message.isBlank() && !remarks.contains(new Remark(at, message))) {
      tell(new JobEvent.Log(job, sequence + 1, at, message));
    }
  }

  /** Something that we say, told once. */
  synchronized void note(String message) {
    if (!own.contains(message)) {
      tell(new JobEvent.Log(job, sequence + 1, pace.now(), message));
    }
  }

  synchronized void paused() {
    if (!(lastState.orElse(null) instanceof JobEvent.Paused)) {
      tell(new JobEvent.Paused(job, sequence + 1, pace.now(), lastStep));
    }
  }

  synchronized void finished(String result, double seconds) {
    tell(
        new JobEvent.Finished(
            job,
            sequence + 1,
            pace.now(),
            lastStep,
            result,
            trainLoss.orElse(Double.NaN),
            heldOut,
            seconds));
  }

  synchronized void failed(String code, String message, Optional<String> detail) {
    tell(new JobEvent.Failed(job, sequence + 1, pace.now(), code, message, detail));
  }

  synchronized void cancelled() {
    tell(new JobEvent.Cancelled(job, sequence + 1, pace.now(), lastStep));
  }

  synchronized boolean hasSteps() {
    return !steps.isEmpty() || !trainRewards.isEmpty();
  }

  synchronized Optional<String> lastCheckpoint() {
    return checkpoint;
  }
}
