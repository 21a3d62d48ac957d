package studio.timbre.train.torch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import studio.timbre.model.UserFacingException;
import studio.timbre.train.Example;
import studio.timbre.train.TrainableModel;
import studio.timbre.weights.BaseModel;

/** A Llama model whose LoRA matrices are trained. */
final class LoraModel implements TrainableModel {
  private final BaseModel base;
  private final Lora lora;
  private final Llama llama;
  private final AdamW optimizer;

  LoraModel(BaseModel base, Lora lora) {
    this.base = base;
    this.lora = lora;
    llama = new Llama(new BaseWeights(base), Optional.of(lora));
    optimizer = new AdamW(lora.values(), lora.gradients());
  }

  Lora lora() {
    return lora;
  }

  @Override
  public double accumulate(List<Example> examples, double scale) {
    try (var scope = new Scope()) {
      return llama.lossAndGradients(PackedBatch.of(examples, llama.config()), scale);
    }
  }

  @Override
  public double step(double learningRate, double maxGradientNorm, double weightDecay) {
    double norm = optimizer.step(learningRate, maxGradientNorm, weightDecay);
    llama.refresh();
    return norm;
  }

  @Override
  public double loss(List<Example> examples) {
    try (var scope = new Scope()) {
      return llama.loss(PackedBatch.of(examples, llama.config()));
    }
  }

  @Override
  public void saveAdapter(Path folder) throws IOException {
    AdapterFolder.write(lora, base, folder);
  }

  @Override
  public void saveState(Path folder) throws IOException {
    OptimizerFile.write(optimizer, folder);
  }

  @Override
  public void restore(Path folder) throws IOException, UserFacingException {
    AdapterFolder.readInto(lora, base, folder);
    OptimizerFile.read(optimizer, folder);
    llama.refresh();
  }

  @Override
  public void close() {
    optimizer.close();
    llama.close();
    lora.close();
  }
}
