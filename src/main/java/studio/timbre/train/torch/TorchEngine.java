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
    return Libtorch.available();
  }

  /**
   * A base model with fresh LoRA matrices. All weights are read; the base model may be closed once the adapter is saved.
   *
   * @throws UserFacingException if libtorch does not run on this computer
   */
  public static TrainableModel train(BaseModel base, LoraSpec lora, long seed)
      throws UserFacingException {
    Libtorch.require();
    var matrices = new Lora(base.config(), lora);
    matrices.initialise(seed);
    return new LoraModel(base, matrices);
  }

  /**
   * A model, tuned or not, that continues a text.
   *
   * @param adapter a PEFT folder
   * @throws UserFacingException if libtorch does not run on this computer, or the adapter does not fit the model
   */
  public static SpeakingModel speak(BaseModel base, Optional<Path> adapter)
      throws IOException, UserFacingException {
    return new Speaker(base, read(base, adapter));
  }

  /**
   * A model, tuned or not, that measures.
   *
   * @param adapter a PEFT folder
   * @throws UserFacingException if libtorch does not run on this computer, or the adapter does not fit the model
   */
  public static ScoringModel score(BaseModel base, Optional<Path> adapter)
      throws IOException, UserFacingException {
    return new Scorer(base, read(base, adapter));
  }

  private static Optional<Lora> read(BaseModel base, Optional<Path> adapter)
      throws IOException, UserFacingException {
    Libtorch.require();
    return adapter.isPresent()
        ? Optional.of(AdapterFolder.read(base, adapter.get()))
        : Optional.empty();
  }
}
