package studio.timbre.train;

import java.io.IOException;
import java.util.List;
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
    throw new UnsupportedOperationException();
  }
}
