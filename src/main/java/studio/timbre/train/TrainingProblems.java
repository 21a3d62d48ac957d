package studio.timbre.train;

import java.nio.file.Path;
import studio.timbre.model.UserFacingException;

/** What can go wrong in training that a person can do something about. */
final class TrainingProblems {
  private TrainingProblems() {}

  static UserFacingException nothingToLearn() {
    return new UserFacingException(
        "error.training.nothingToLearn",
        "There is nothing to learn: no conversation has an answer that is trained. "
            + "Add answers, or switch \"train on this\" on for some.");
  }

  static UserFacingException lossIsNoNumber(int step, double learningRate) {
    return new UserFacingException(
        "error.training.lossIsNoNumber",
        "Training broke down at step %d: the loss is no longer a number. ".formatted(step)
            + "The learning rate %s is probably too high; ".formatted(learningRate)
            + "start a new run with a tenth of it. Checkpoints before this step are kept.",
        step,
        learningRate);
  }

  static UserFacingException otherRun(Path checkpoint) {
    return new UserFacingException(
        "error.training.otherRun",
        "The checkpoint in %s was made with other conversations or settings, ".formatted(checkpoint)
            + "so this run cannot go on from it. Use the same file and settings, or another folder.",
        checkpoint);
  }
}
