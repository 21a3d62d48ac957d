package studio.timbre.train.torch;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import studio.timbre.weights.ModelConfig;

/** Keys and values of the text so far, so that each new token is the only one to be computed. */
final class KeyValueCache implements AutoCloseable {

  /** Of one block: [key heads, capacity, head size] each; the first {@link #length} places are set. */
  record Layer(Tensor keys, Tensor values) {}

  private final List<Layer> layers = new ArrayList<>();
  private int length;

  /**
   * @param capacity longest text, in tokens
   */
  KeyValueCache(ModelConfig model, int capacity) {
    long[] shape = {model.keyValueHeads(), capacity, model.headSize()};
    try (var scope = new Scope()) {
      for (int i = 0; i < model.layers(); i++) {
        layers.add(new Layer(scope.keep(Tensors.empty(shape)), scope.keep(Tensors.empty(shape))));
      }
    }
  }

  Layer layer(int layer) {
    return layers.get(layer);
  }

  /** Tokens of the text so far. */
  int length() {
    return length;
  }

  /** Once all layers have taken the new tokens. */
  void grow(int tokens) {
    length += tokens;
  }

  @Override
  public void close() {
    for (var layer : layers) {
      layer.keys().close();
      layer.values().close();
    }
  }
}
