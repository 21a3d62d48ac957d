package studio.timbre.train.torch;

import java.util.List;
import java.util.Optional;
import studio.timbre.train.Example;
import studio.timbre.train.ScoringModel;
import studio.timbre.weights.BaseModel;

/** A Llama model that measures how well it predicts answers. */
final class Scorer implements ScoringModel {
  private final Optional<Lora> lora;
  private final Llama llama;

  /**
   * @param lora closed with this
   */
  Scorer(BaseModel base, Optional<Lora> lora) {
    this.lora = lora;
    llama = new Llama(new BaseWeights(base), lora);
  }

  @Override
  public double loss(List<Example> examples) {
    try (var scope = new Scope()) {
      return llama.loss(PackedBatch.of(examples, llama.config()));
    }
  }

  @Override
  public void close() {
    llama.close();
    lora.ifPresent(Lora::close);
  }
}
