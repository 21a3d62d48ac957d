package studio.timbre.train.torch;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import studio.timbre.model.Projection;
import studio.timbre.train.ProjectionShape;
import studio.timbre.weights.BaseModel;
import studio.timbre.weights.ModelConfig;
import studio.timbre.weights.TensorInfo;
import studio.timbre.weights.TensorSource;

/** A Llama of a few thousand random numbers. */
final class TinyModel implements BaseModel {
  /** Two groups of three query heads, and a head of its own. */
  static final ModelConfig UNTIED =
      new ModelConfig("llama", 2, 48, 6, 2, 8, 80, 97, 64, 10_000, 1e-5, false);

  /** A key head for each query head; the head is the embedding. */
  static final ModelConfig TIED =
      new ModelConfig("llama", 3, 32, 4, 4, 8, 64, 97, 64, 10_000, 1e-5, true);

  private final ModelConfig config;
  private final Map<String, TensorInfo> tensors = new LinkedHashMap<>();

  TinyModel(ModelConfig config) {
    this.config = config;
    long hidden = config.hiddenSize();
    add("model.embed_tokens.weight", config.vocabularySize(), hidden);
    add("model.norm.weight", hidden);
    if (!config.tiedEmbeddings()) {
      add("lm_head.weight", config.vocabularySize(), hidden);
    }
    for (int layer = 0; layer < config.layers(); layer++) {
      String block = "model.layers." + layer + ".";
      add(block + "input_layernorm.weight", hidden);
      add(block + "post_attention_layernorm.weight", hidden);
      for (var projection : Projection.values()) {
        var shape = ProjectionShape.of(config, projection);
        add(block + projection.path() + ".weight", shape.outputs(), shape.inputs());
      }
    }
  }

  private void add(String name, long... shape) {
    tensors.put(name, new TensorInfo(name, "F32", shape));
  }

  @Override
  public TensorSource tensors() {
    return new TensorSource() {
      @Override
      public Map<String, TensorInfo> tensors() {
        return tensors;
      }

      /** Norm weights around 1, all else around 0, the same for the same name. */
      @Override
      public void read(String name, MemorySegment target) {
        var info = tensors.get(name);
        var random = new Random(name.hashCode());
        boolean norm = info.shape().length == 1;
        double spread = norm ? 0.2 : 1 / Math.sqrt(info.shape()[1]);
        for (long i = 0; i < info.elements(); i++) {
          double value = (norm ? 1 : 0) + spread * random.nextGaussian();
          target.setAtIndex(ValueLayout.JAVA_FLOAT, i, (float) value);
        }
      }
    };
  }

  @Override
  public Path path() {
    return Path.of("tiny.gguf");
  }

  @Override
  public String name() {
    return "tiny";
  }

  @Override
  public ModelConfig config() {
    return config;
  }

  @Override
  public String tokenizerJson() {
    return "{}";
  }

  @Override
  public String chatTemplate() {
    return "";
  }

  @Override
  public String beginToken() {
    return "";
  }

  @Override
  public String endToken() {
    return "";
  }

  @Override
  public List<String> endTokens() {
    return List.of();
  }

  @Override
  public void close() {}
}
