package studio.timbre.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import studio.timbre.model.UserFacingException;

/** A base model with LoRA matrices that are being trained. Used by one thread only. */
public interface TrainableModel extends ScoringModel {

  /**
   * Puts conversations through the model and adds to the gradients.
   *
   * @param examples of about equal length; shorter ones are padded on the right
   * @param scale multiplies the summed loss before gradients are taken (1 / answer tokens of the whole step)
   * @return the summed loss over answer tokens, in nats, not scaled
   */
  double accumulate(List<Example> examples, double scale);

  /**
   * Clips, takes one AdamW step and clears the gradients.
   *
   * @return the norm of all gradients before clipping
   */
  double step(double learningRate, double maxGradientNorm, double weightDecay);

  /** Writes a PEFT folder: {@code adapter_config.json}, {@code adapter_model.safetensors}. */
  void saveAdapter(Path folder) throws IOException;

  /** Writes the LoRA matrices' optimiser state beside the adapter, so that a run can go on exactly. */
  void saveState(Path folder) throws IOException;

  /** Reads what {@link #saveAdapter} and {@link #saveState} wrote. */
  void restore(Path folder) throws IOException, UserFacingException;
}
