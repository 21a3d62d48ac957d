package studio.timbre.train.torch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import studio.timbre.model.LoraSpec;
import studio.timbre.model.UserFacingException;
import studio.timbre.train.ScoringModel;
import studio.timbre.train.SpeakingModel;
import studio.timbre.train.TrainableModel;
import studio.timbre.weights.BaseModel;

/**
 * The way into libtorch: makes models that train, speak and score. What they make is used by the thread that made it alone.
 */
public final class TorchEngine {
  private TorchEngine() {}

  /** True where libtorch runs on this computer; loads it on the first call. */
  public static boolean available() {
    throw new UnsupportedOperationException();
  }

  /** A base model with fresh LoRA matrices. */
  public static TrainableModel train(BaseModel base, LoraSpec lora, long seed)
      throws UserFacingException {
    var matrices = new Lora(base.config(), lora);
    matrices.initialise(seed);
    return new LoraModel(base, matrices);
  }

  /** A model, tuned or not, that continues a text. */
  public static SpeakingModel speak(BaseModel base, Optional<Path> adapter)
      throws IOException, UserFacingException {
    throw new UnsupportedOperationException();
  }

  /** A model, tuned or not, that measures. */
  public static ScoringModel score(BaseModel base, Optional<Path> adapter)
      throws IOException, UserFacingException {
    throw new UnsupportedOperationException();
  }
}
