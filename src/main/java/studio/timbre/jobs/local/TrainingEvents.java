package studio.timbre.jobs.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import studio.timbre.model.JobEvent;
import studio.timbre.model.JobId;
import studio.timbre.train.RunOutcome;
import studio.timbre.train.TrainingListener;

/** Turns what the training loop tells into events of the job. */
final class TrainingEvents implements TrainingListener {
  private final JobId job;
  private final int examples;
  private final int heldOut;
  private final WorkerFolder folder;
  private final EventWriter events;
  private long begin = System.nanoTime();
  private int firstStep;
  private int totalSteps;

  TrainingEvents(JobId job, int examples, int heldOut, WorkerFolder folder, EventWriter events) {
    this.job = job;
    this.examples = examples;
    this.heldOut = heldOut;
    this.folder = folder;
    this.events = events;
  }

  @Override
  public void started(int fromStep, int steps, double epochs, long answerTokensPerEpoch) {
    begin = System.nanoTime();
    firstStep = fromStep;
    totalSteps = steps;
    say(
        (sequence, time) ->
            new JobEvent.Started(
                job,
                sequence,
                time,
                fromStep,
                steps,
                epochs,
                examples,
                heldOut,
                answerTokensPerEpoch));
  }

  @Override
  public void stepped(
      int step,
      double epoch,
      double loss,
      double learningRate,
      double gradientNorm,
      long tokens,
      double seconds) {
    // With what evaluations and checkpoints took so far: they will take as much again.
    double secondsLeft = seconds() / (step - firstStep) * (totalSteps - step);
    say(
        (sequence, time) ->
            new JobEvent.Step(
                job,
                sequence,
                time,
                step,
                epoch,
                loss,
                learningRate,
                gradientNorm,
                tokens / seconds,
                PeakMemory.bytes(),
                secondsLeft));
  }

  @Override
  public void evaluated(int step, double loss, long answerTokens) {
    say((sequence, time) -> new JobEvent.Evaluated(job, sequence, time, step, loss, answerTokens));
  }

  @Override
  public void checkpointed(int step, Path checkpoint) {
    say(
        (sequence, time) ->
            new JobEvent.Checkpoint(job, sequence, time, step, folder.relative(checkpoint)));
    try {
      events.force();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void finished(RunOutcome outcome, Path result) {
    say(
        (sequence, time) ->
            new JobEvent.Finished(
                job,
                sequence,
                time,
                outcome.step(),
                folder.relative(result),
                outcome.trainLoss().orElse(Double.NaN),
                outcome.evalLoss(),
                seconds()));
  }

  void paused(int step) {
    say((sequence, time) -> new JobEvent.Paused(job, sequence, time, step));
  }

  void cancelled(int step) {
    say((sequence, time) -> new JobEvent.Cancelled(job, sequence, time, step));
  }

  void remark(String text) {
    say((sequence, time) -> new JobEvent.Log(job, sequence, time, text));
  }

  private double seconds() {
    return (System.nanoTime() - begin) / 1e9;
  }

  private void say(EventWriter.EventAt event) {
    try {
      events.append(event);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
