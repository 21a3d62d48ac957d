package studio.timbre.train.torch;

import org.bytedeco.pytorch.Tensor;
import studio.timbre.model.Projection;
import studio.timbre.weights.BaseModel;
import studio.timbre.weights.ModelConfig;

/** Reads the frozen weights of a base model as 32-bit floats, by their names in Hugging Face files. */
final class BaseWeights {
  private final BaseModel model;

  BaseWeights(BaseModel model) {
    this.model = model;
  }

  ModelConfig config() {
    return model.config();
  }

  /** Rows of the vocabulary, [vocabulary, hidden]. */
  Tensor embedding() {
    return read("model.embed_tokens.weight");
  }

  /** The output head, [vocabulary, hidden], where it is not the embedding. */
  Tensor head() {
    return read("lm_head.weight");
  }

  Tensor finalNorm() {
    return read("model.norm.weight");
  }

  Tensor attentionNorm(int layer) {
    return read("model.layers." + layer + ".input_layernorm.weight");
  }

  Tensor feedForwardNorm(int layer) {
    return read("model.layers." + layer + ".post_attention_layernorm.weight");
  }

  /** [out, in] */
  Tensor projection(int layer, Projection projection) {
    return read("model.layers." + layer + "." + projection.path() + ".weight");
  }

  private Tensor read(String name) {
    var info = model.tensors().tensors().get(name);
    if (info == null) {
      throw new IllegalArgumentException(model.name() + " has no tensor " + name);
    }
    var tensor = Tensors.empty(info.shape());
    model.tensors().read(name, Tensors.memory(tensor));
    return tensor;
  }
}
