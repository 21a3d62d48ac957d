package studio.timbre.ui.runs;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import studio.timbre.model.JobEvent;

/** What a run's stream of events comes to, event by event. A run that goes on from a checkpoint takes back what came after it. */
final class RunStory {
  private Optional<JobEvent.Started> started = Optional.empty();
  private Optional<JobEvent.Step> lastStep = Optional.empty();
  private Optional<JobEvent.Failed> failed = Optional.empty();
  private Optional<JobEvent.Finished> finished = Optional.empty();
  private Optional<JobEvent.Sending> sending = Optional.empty();
  private Optional<JobEvent> last = Optional.empty();
  private double earlierSeconds;
  private long peakMemoryBytes;
  private final NavigableMap<Integer, Double> evaluations = new TreeMap<>();
  private final NavigableMap<Integer, Double> rewards = new TreeMap<>();
  private Optional<JobEvent.Rewarded> lastReward = Optional.empty();
  private final NavigableSet<Integer> checkpoints = new TreeSet<>();
  private final List<JobEvent> remarkable = new ArrayList<>();

  void add(JobEvent event) {
    switch (event) {
      case JobEvent.Started start -> {
        earlierSeconds += secondsOfThisPart();
        started = Optional.of(start);
        failed = Optional.empty();
        lastStep = lastStep.filter(step -> step.step() <= start.fromStep());
        evaluations.tailMap(start.fromStep(), start.fromStep() == 0).clear();
        rewards.tailMap(start.fromStep(), start.fromStep() == 0).clear();
        lastReward = lastReward.filter(reward -> reward.step() <= start.fromStep());
        checkpoints.tailSet(start.fromStep(), false).clear();
      }
      case JobEvent.Step step -> {
        // What a provider tells late is no news.
        if (lastStep.filter(known -> known.step() > step.step()).isEmpty()) {
          lastStep = Optional.of(step);
        }
        peakMemoryBytes =
            Math.max(
                peakMemoryBytes, step.machine().map(JobEvent.Machine::peakMemoryBytes).orElse(0L));
      }
      case JobEvent.Evaluated evaluated -> evaluations.put(evaluated.step(), evaluated.evalLoss());
      case JobEvent.Checkpoint checkpoint -> checkpoints.add(checkpoint.step());
      case JobEvent.Failed failure -> failed = Optional.of(failure);
      case JobEvent.Finished end -> finished = Optional.of(end);
      case JobEvent.Sending part -> sending = Optional.of(part);
      case JobEvent.Rewarded rewarded -> addReward(rewarded);
      case JobEvent.Queued queued -> {}
      case JobEvent.Log log -> {}
      case JobEvent.Paused paused -> {}
      case JobEvent.Cancelled cancelled -> {}
    }
    if (!(event instanceof JobEvent.Queued)) {
      last = Optional.of(event);
    }
    if (isRemarkable(event)) {
      remarkable.add(event);
    }
  }

  private void addReward(JobEvent.Rewarded rewarded) {
    rewarded.heldOut().ifPresent(mean -> rewards.put(rewarded.step(), mean));
    // What a provider tells late is no news.
    if (rewarded.train().isPresent()
        && lastReward.filter(known -> known.step() > rewarded.step()).isEmpty()) {
      lastReward = Optional.of(rewarded);
    }
  }

  private static boolean isRemarkable(JobEvent event) {
    return switch (event) {
      case JobEvent.Step _, JobEvent.Sending _ -> false;
      case JobEvent.Rewarded rewarded -> rewarded.heldOut().isPresent();
      default -> true;
    };
  }

  Optional<JobEvent.Started> started() {
    return started;
  }

  Optional<JobEvent.Step> lastStep() {
    return lastStep;
  }

  /** How much of a file has left this computer. */
  Optional<JobEvent.Sending> sending() {
    return sending;
  }

  Optional<JobEvent.Failed> failed() {
    return failed;
  }

  /** From the start of training to its last sign; 0 before the start. */
  private double secondsOfThisPart() {
    return started.isPresent() && last.isPresent()
        ? Duration.between(started.get().time(), last.get().time()).toMillis() / 1e3
        : 0;
  }

  /** What a finished run took in all its parts, without the rests between them. */
  OptionalDouble seconds() {
    return finished.filter(end -> !Double.isNaN(end.seconds())).isPresent()
        ? OptionalDouble.of(earlierSeconds + finished.get().seconds())
        : OptionalDouble.empty();
  }

  long peakMemoryBytes() {
    return peakMemoryBytes;
  }

  /** The newest step, also one that a checkpoint alone tells of. */
  int step() {
    int told = lastStep.map(JobEvent.Step::step).orElse(0);
    int graded = lastReward.map(JobEvent.Rewarded::step).orElse(0);
    return told > 0 || graded > 0
        ? Math.max(told, graded)
        : started.map(JobEvent.Started::fromStep).orElse(0);
  }

  OptionalInt totalSteps() {
    return started.map(start -> OptionalInt.of(start.totalSteps())).orElse(OptionalInt.empty());
  }

  /** Held-out loss by step, in nats; step 0 is the untuned model. */
  NavigableMap<Integer, Double> evaluations() {
    return evaluations;
  }

  /** Mean reward of the held-out questions by step. */
  NavigableMap<Integer, Double> rewards() {
    return rewards;
  }

  /** Mean reward of the answers that were learned from at the last step that has one. */
  OptionalDouble lastReward() {
    return lastReward.map(JobEvent.Rewarded::train).orElse(OptionalDouble.empty());
  }

  /** Steps from which the run can go on. */
  NavigableSet<Integer> checkpoints() {
    return checkpoints;
  }

  /** The held-out loss of the untuned model. */
  OptionalDouble baseLoss() {
    var first = evaluations.get(0);
    return first == null ? OptionalDouble.empty() : OptionalDouble.of(first);
  }

  OptionalDouble heldOutLoss() {
    var last = evaluations.lastEntry();
    return last == null ? OptionalDouble.empty() : OptionalDouble.of(last.getValue());
  }

  /** Every event but the steps, in order. */
  List<JobEvent> remarkable() {
    return remarkable;
  }
}
