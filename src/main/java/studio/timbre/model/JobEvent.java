package studio.timbre.model;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;

/** Something that happened in a training run. Each has the run, its place in the stream (from 1) and its time. */
public sealed interface JobEvent {
  JobId job();

  long sequence();

  Instant time();

  /** Asked for, not begun. */
  record Queued(JobId job, long sequence, Instant time) implements JobEvent {}

  /**
   * A file is on its way to a provider; told now and then, and once all of it has arrived.
   *
   * @param file its name there
   * @param sentBytes that have left this computer; less than before where a part of it is sent again
   */
  record Sending(
      JobId job, long sequence, Instant time, String file, long sentBytes, long totalBytes)
      implements JobEvent {}

  /**
   * Training begins, or goes on after a stop.
   *
   * @param fromStep 0, or the step of the checkpoint from which it goes on
   * @param totalSteps optimiser steps in all; 0 while a provider has not told it
   * @param epochs passes over the data
   * @param examples training conversations
   * @param heldOut held-out conversations
   * @param answerTokens trained tokens of one epoch
   */
  record Started(
      JobId job,
      long sequence,
      Instant time,
      int fromStep,
      int totalSteps,
      double epochs,
      int examples,
      int heldOut,
      long answerTokens)
      implements JobEvent {}

  /**
   * One optimiser step is done.
   *
   * @param step from 1
   * @param epoch passes done so far, as 1.25
   * @param trainLoss mean loss per answer token of this step's batch, in nats
   * @param machine what the computer that trains tells about itself; empty for a provider, which tells nothing of the kind
   */
  record Step(
      JobId job,
      long sequence,
      Instant time,
      int step,
      double epoch,
      double trainLoss,
      Optional<Machine> machine)
      implements JobEvent {

    /** A step on this computer; the figures are those of {@link Machine}. */
    public Step(
        JobId job,
        long sequence,
        Instant time,
        int step,
        double epoch,
        double trainLoss,
        double learningRate,
        double gradientNorm,
        double tokensPerSecond,
        long peakMemoryBytes,
        double secondsLeft) {
      this(
          job,
          sequence,
          time,
          step,
          epoch,
          trainLoss,
          Optional.of(
              new Machine(
                  learningRate, gradientNorm, tokensPerSecond, peakMemoryBytes, secondsLeft)));
    }
  }

  /**
   * A step as only the computer that does it can tell.
   *
   * @param gradientNorm before clipping
   * @param tokensPerSecond tokens put through the model, without padding
   * @param peakMemoryBytes the most memory that the worker held so far
   * @param secondsLeft an estimate to the end of the run
   */
  record Machine(
      double learningRate,
      double gradientNorm,
      double tokensPerSecond,
      long peakMemoryBytes,
      double secondsLeft) {}

  /** Mean loss per answer token over all held-out conversations, in nats; step 0 is the untuned model. */
  record Evaluated(
      JobId job, long sequence, Instant time, int step, double evalLoss, long answerTokens)
      implements JobEvent {}

  /**
   * How well answers were graded, in the grader's own measure: for jobs of reinforcement fine-tuning. Higher is better; it may be
   * below 0.
   *
   * @param train mean over the answers of this step
   * @param heldOut mean over the held-out questions
   */
  record Rewarded(
      JobId job,
      long sequence,
      Instant time,
      int step,
      OptionalDouble train,
      OptionalDouble heldOut)
      implements JobEvent {}

  /** State was saved under {@code folder} (relative to the run's folder), or at a provider under that name. */
  record Checkpoint(JobId job, long sequence, Instant time, int step, String folder)
      implements JobEvent {}

  /** A remark for people who look closer. */
  record Log(JobId job, long sequence, Instant time, String message) implements JobEvent {}

  /** Stopped on request with everything saved; it can go on. */
  record Paused(JobId job, long sequence, Instant time, int step) implements JobEvent {}

  /** Done; the adapter lies in {@code result} (relative to the run's folder), or the provider has the tuned model under that name. */
  record Finished(
      JobId job,
      long sequence,
      Instant time,
      int step,
      String result,
      double trainLoss,
      OptionalDouble evalLoss,
      double seconds)
      implements JobEvent {}

  /**
   * Ended by a fault.
   *
   * @param code names the fault, as {@code out_of_memory}
   * @param message a sentence for people
   * @param detail technical text, if there is any
   */
  record Failed(
      JobId job, long sequence, Instant time, String code, String message, Optional<String> detail)
      implements JobEvent {}

  /** Ended on request; what was saved until then is kept. */
  record Cancelled(JobId job, long sequence, Instant time, int step) implements JobEvent {}
}
