package studio.timbre.train;

import java.nio.file.Path;

/** Told what the training loop does; the loop tells and never draws. Called on the training thread. */
public interface TrainingListener {

  /** The loop begins, or goes on from a checkpoint. */
  void started(int fromStep, int totalSteps, double epochs, long answerTokensPerEpoch);

  /**
   * An optimiser step is done.
   *
   * @param step from 1
   * @param epoch passes done so far
   * @param trainLoss mean loss per answer token of the step, in nats
   * @param gradientNorm before clipping
   * @param tokens put through the model in this step, without padding
   * @param seconds that the step took
   */
  void stepped(
      int step,
      double epoch,
      double trainLoss,
      double learningRate,
      double gradientNorm,
      long tokens,
      double seconds);

  /** Mean loss per answer token over all held-out conversations. */
  void evaluated(int step, double loss, long answerTokens);

  void checkpointed(int step, Path folder);
}
