package studio.timbre.train;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import studio.timbre.model.TrainingSpec;
import studio.timbre.model.UserFacingException;

/** The training loop. Runs on the thread that calls it, which is the only one to touch the model. */
public final class Trainer {
  private final TrainableModel model;
  private final TrainingSpec spec;
  private final Checkpoints checkpoints;

  public Trainer(TrainableModel model, TrainingSpec spec, Checkpoints checkpoints) {
    this.model = model;
    this.spec = spec;
    this.checkpoints = checkpoints;
  }

  /**
   * Trains to the end of the plan, or until {@code control} asks for something else. Goes on from the newest checkpoint where
   * there is one.
   *
   * @throws UserFacingException if the loss is no longer a number, or a checkpoint belongs to other data or settings
   */
  public RunOutcome run(
      List<Example> training,
      List<Example> heldOut,
      TrainingListener listener,
      Supplier<RunControl> control)
      throws IOException, UserFacingException {
    if (training.isEmpty()) {
      throw TrainingProblems.nothingToLearn();
    }
    return new Run(training, heldOut, listener, control).toTheEnd();
  }

  /** One run under way. */
  private final class Run {
    private final List<Example> heldOut;
    private final TrainingListener listener;
    private final Supplier<RunControl> control;
    private final long answerTokens;
    private final StepPlan plan;
    private final LearningRate learningRate;
    private final Batches batches;
    private final String name;

    private int step;
    private OptionalDouble trainLoss = OptionalDouble.empty();
    private OptionalDouble evalLoss = OptionalDouble.empty();
    private int evaluatedAt = -1;
    private Optional<Checkpoint> checkpoint = Optional.empty();

    Run(
        List<Example> training,
        List<Example> heldOut,
        TrainingListener listener,
        Supplier<RunControl> control) {
      this.heldOut = heldOut;
      this.listener = listener;
      this.control = control;
      answerTokens = training.stream().mapToLong(Example::answerTokens).sum();
      plan = StepPlan.of(training.size(), spec);
      learningRate = new LearningRate(spec, plan.totalSteps());
      batches = new Batches(training, spec.batchSize(), spec.seed());
      name = RunName.of(spec, training);
    }

    RunOutcome toTheEnd() throws IOException, UserFacingException {
      goOnFromCheckpoint();
      listener.started(step, plan.totalSteps(), plan.epochs(plan.totalSteps()), answerTokens);
      if (step == 0 && !evaluate()) {
        return stopped();
      }
      while (step < plan.totalSteps()) {
        var epoch = batches.epoch(step / plan.stepsPerEpoch());
        int first = step % plan.stepsPerEpoch();
        for (int i = first; i < plan.stepsPerEpoch() && step < plan.totalSteps(); i++) {
          int from = i * spec.accumulation();
          if (!takeStep(epoch.subList(from, Math.min(from + spec.accumulation(), epoch.size())))) {
            return stopped();
          }
          if (isDue(spec.evaluateEvery()) && !evaluate()) {
            return stopped();
          }
          if (isDue(spec.checkpointEvery())) {
            save();
          }
        }
      }
      if (evaluatedAt != step && !evaluate()) {
        return stopped();
      }
      save();
      return outcome(RunOutcome.End.FINISHED);
    }

    private void goOnFromCheckpoint() throws IOException, UserFacingException {
      checkpoint = checkpoints.newest();
      if (checkpoint.isPresent()) {
        if (!checkpoint.get().run().equals(name)) {
          throw TrainingProblems.otherRun(checkpoint.get().folder());
        }
        model.restore(checkpoint.get().folder());
        step = checkpoint.get().step();
        evalLoss = checkpoint.get().evalLoss();
        evaluatedAt = evalLoss.isPresent() ? step : -1;
      }
    }

    private boolean isDue(int every) {
      return every > 0 && step % every == 0 && step < plan.totalSteps();
    }

    /** One optimiser step over micro-batches; false if it was broken off, and then the step does not count. */
    private boolean takeStep(List<List<Example>> microBatches) throws UserFacingException {
      long begin = System.nanoTime();
      long answers = 0;
      long tokens = 0;
      for (var batch : microBatches) {
        for (var example : batch) {
          answers += example.answerTokens();
          tokens += example.length();
        }
      }
      double sum = 0;
      for (var batch : microBatches) {
        if (control.get() != RunControl.CONTINUE) {
          return false;
        }
        sum += model.accumulate(batch, 1.0 / answers);
      }
      double loss = sum / answers;
      double rate = learningRate.at(step);
      if (!Double.isFinite(loss)) {
        throw TrainingProblems.lossIsNoNumber(step + 1, spec.learningRate());
      }
      double norm = model.step(rate, spec.maxGradientNorm(), spec.weightDecay());
      if (!Double.isFinite(norm)) {
        throw TrainingProblems.lossIsNoNumber(step + 1, spec.learningRate());
      }
      step++;
      trainLoss = OptionalDouble.of(loss);
      double seconds = (System.nanoTime() - begin) / 1e9;
      listener.stepped(step, plan.epochs(step), loss, rate, norm, tokens, seconds);
      return true;
    }

    /** False if it was broken off. */
    private boolean evaluate() {
      if (heldOut.isEmpty()) {
        return true;
      }
      var evaluation =
          Evaluation.of(
              model, heldOut, spec.batchSize(), () -> control.get() == RunControl.CONTINUE);
      if (evaluation.isEmpty()) {
        return false;
      }
      evalLoss = OptionalDouble.of(evaluation.get().loss());
      evaluatedAt = step;
      listener.evaluated(step, evaluation.get().loss(), evaluation.get().answerTokens());
      return true;
    }

    private void save() throws IOException {
      if (checkpoint.filter(last -> last.step() == step).isPresent()) {
        return;
      }
      var measured = evaluatedAt == step ? evalLoss : OptionalDouble.empty();
      var saved = checkpoints.save(model, step, name, measured);
      checkpoint = Optional.of(saved);
      listener.checkpointed(step, saved.folder());
    }

    /** After a pause or a cancel was asked for. */
    private RunOutcome stopped() throws IOException {
      if (control.get() == RunControl.CANCEL) {
        return outcome(RunOutcome.End.CANCELLED);
      }
      save();
      return outcome(RunOutcome.End.PAUSED);
    }

    private RunOutcome outcome(RunOutcome.End end) {
      return new RunOutcome(end, step, trainLoss, evalLoss, checkpoint.map(Checkpoint::folder));
    }
  }
}
